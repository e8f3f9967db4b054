import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { deliver, type OutputFlags } from "./settings.ts";

/** `schema <name>`: the JSON Schema of a JSON output. */
export async function schema(name: string, flags: OutputFlags, context: Context): Promise<void> {
  const { jsonSchema, OUTPUT_SCHEMAS } = await import("../formats/output-schemas.ts");
  const names = Object.keys(OUTPUT_SCHEMAS);
  if (!names.includes(name)) throw usageError(`no schema "${brief(name)}"`, `schemas: ${names.join(", ")}`);
  deliver(`${JSON.stringify(jsonSchema(name), null, 2)}\n`, flags, context);
}
