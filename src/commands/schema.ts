import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { deliver, type OutputFlags } from "./settings.ts";

/** `schema [name]`: the JSON Schema of a JSON output; without a name, the names. */
export async function schema(name: string | undefined, flags: OutputFlags, context: Context): Promise<void> {
  const { jsonSchema, OUTPUT_SCHEMAS } = await import("../formats/output-schemas.ts");
  const names = Object.keys(OUTPUT_SCHEMAS);
  if (name === undefined) return deliver(`${names.join("\n")}\n`, flags, context);
  if (!names.includes(name)) throw usageError(`no schema "${brief(name)}"`, `schemas: ${names.join(", ")}`);
  deliver(`${JSON.stringify(jsonSchema(name), null, 2)}\n`, flags, context);
}
