import { brief, clean } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson, toJsonLine } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { kindNamed } from "../library/kinds.ts";
import { ANSWER_KINDS, type AnswerKind } from "../library/topic.ts";
import { createResolver, type Resolution } from "../profile/resolve.ts";
import { deliver, deliverPieces, type OutputFlags, readSettings } from "./settings.ts";
import { drawText } from "./text.ts";

/** `resolve <kind> [text…|-]`: what a text means here. A refusal is an answer. */
export async function resolveCommand(
  kindName: string,
  words: string[],
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  const kind = readAnswerKind(kindName);
  if (words.length === 0)
    throw usageError("no text to resolve", `intern-why resolve ${kind} "mech eng", or - to read lines`);
  const { heads, nameTable } = await context.library(flags.content);
  const resolve = createResolver(heads, nameTable);
  const titles = new Map(heads.filter((head) => head.kind === kind).map((head) => [head.id, head.title]));
  const read = (text: string): Read => {
    const { input, id, ...rest } = resolve(kind, clean(text));
    return { input, id, title: id === null ? null : (titles.get(id) ?? null), ...rest };
  };
  if (words.length === 1 && words[0] === "-") {
    const write = settings.format === "json" ? toJsonLine : toLine;
    const answer = remember((line) => write(read(line)));
    deliverPieces(inPieces(context.stdinLines(), answer), flags, context);
    return;
  }
  const result = read(words.join(" "));
  if (settings.format !== "text") {
    const write = { json: toJson, lines: toLine }[settings.format] ?? sentence;
    return deliver(write(result), flags, context);
  }
  const said = sentence(result);
  const text = await drawText(settings, ({ Page }, theme) => new Page(theme, settings.width).text(said).toString());
  deliver(text, flags, context);
}

/** What a text means, with its title. */
type Read = Resolution & { title: string | null };

const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 100;

/** The same line has the same answer, and in a list of students many lines are the same. */
function remember(answer: (line: string) => string): (line: string) => string {
  const answers = new Map<string, string>();
  return (line) => {
    const known = answers.get(line) ?? answer(line);
    if (answers.size < MOST_REMEMBERED && line.length <= LONGEST_REMEMBERED) answers.set(line, known);
    return known;
  };
}

/** Long enough that writing costs little, short enough that a reader need not wait. */
const PIECE_LENGTH = 65_536;

/** What `write` makes of each line, a piece at a time. */
function* inPieces(lines: Iterable<string>, write: (line: string) => string): Generator<string> {
  let piece = "";
  for (const line of lines) {
    piece += write(line);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** Id, title, confidence, how; then what else is named, or the offers when the id is empty; then the text. */
const toLine = ({ id, title, confidence, how, also, offers, input }: Read): string =>
  toLines([
    [
      id ?? "",
      title ?? "",
      confidence.toFixed(2),
      how ?? "",
      (id === null ? offers.map((offer) => offer.id) : also).join(","),
      brief(input, 200),
    ],
  ]);

function readAnswerKind(name: string): AnswerKind {
  const kind = kindNamed(name.trim().toLowerCase());
  if (kind && (ANSWER_KINDS as readonly string[]).includes(kind)) return kind as AnswerKind;
  throw usageError(`no kind of answer "${brief(name)}"`, `kinds: ${ANSWER_KINDS.join(", ")}`);
}

function sentence({ input, id, title, also, how, confidence, offers }: Read): string {
  const said = brief(input, 200);
  if (id === null)
    return `"${said}" is not understood. Nearest: ${offers.map((offer) => `${offer.title} (${offer.id})`).join(", ") || "nothing"}\n`;
  const more = also.length > 0 ? `; also named: ${also.join(", ")}` : "";
  return `"${said}" is ${title} (${id}), by ${how}, confidence ${confidence.toFixed(2)}${more}\n`;
}
