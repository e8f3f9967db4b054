import { brief, clean } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { kindNamed } from "../library/kinds.ts";
import { ANSWER_KINDS, type AnswerKind } from "../library/topic.ts";
import type { Resolution } from "../profile/resolve.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";

/** `resolve <kind> [text…|-]`: what a text means here. A refusal is an answer. */
export async function resolveCommand(
  kindName: string,
  words: string[],
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  const kind = readAnswerKind(kindName);
  const { heads } = await context.library(flags.content);
  const { createResolver } = await import("../profile/resolve.ts");
  const resolve = createResolver(heads);
  const titles = new Map(heads.filter((head) => head.kind === kind).map((head) => [head.id, head.title]));
  const row = (result: Resolution): string[] => [
    result.id ?? "-",
    result.id === null ? "" : (titles.get(result.id) ?? ""),
    result.confidence.toFixed(2),
    result.how ?? "-",
    result.id === null ? result.offers.map((offer) => offer.id).join(",") : result.also.join(","),
    brief(result.input, 200),
  ];
  if (words.length === 1 && words[0] === "-") {
    const lines = clean(context.readStdin().replace(/\r\n?/g, "\n")).split("\n");
    if (lines.at(-1) === "") lines.pop();
    const results = lines.map((line) => resolve(kind, line));
    const asLines =
      settings.format === "json"
        ? results.map((result) => `${JSON.stringify(result)}\n`).join("")
        : toLines(results.map(row));
    return deliver(asLines, flags, context);
  }
  if (words.length === 0)
    throw usageError("no text to resolve", `intern-why resolve ${kind} "mech eng", or - to read lines`);
  const result = resolve(kind, words.join(" "));
  if (settings.format === "json") return deliver(toJson({ ...result, input: clean(result.input) }), flags, context);
  if (settings.format === "lines") return deliver(toLines([row(result)]), flags, context);
  deliver(sentence(result, titles), flags, context);
}

function readAnswerKind(name: string): AnswerKind {
  const kind = kindNamed(name.trim().toLowerCase());
  if (kind && (ANSWER_KINDS as readonly string[]).includes(kind)) return kind as AnswerKind;
  throw usageError(`no kind of answer "${brief(name)}"`, `kinds: ${ANSWER_KINDS.join(", ")}`);
}

function sentence(
  { input, id, also, how, confidence, offers }: Resolution,
  titles: ReadonlyMap<string, string>,
): string {
  const said = brief(input, 200);
  if (id === null)
    return `"${said}" is not understood. Nearest: ${offers.map((offer) => `${offer.title} (${offer.id})`).join(", ") || "nothing"}\n`;
  const more = also.length > 0 ? `; also named: ${also.join(", ")}` : "";
  return `"${said}" is ${titles.get(id)} (${id}), by ${how}, confidence ${confidence.toFixed(2)}${more}\n`;
}
