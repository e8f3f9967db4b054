import type { Context } from "../context.ts";
import { beginAdvice } from "./begin-advice.ts";

/** A run without any flag: asks, and loads what answers only then, because nobody should wait for the first question. */
export async function guide(context: Context): Promise<void> {
  const { asked, library, settings } = await beginAdvice({}, context);
  const { answer } = await import("./advise.ts");
  await answer(asked, library, settings, {}, context);
}
