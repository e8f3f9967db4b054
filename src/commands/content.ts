import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { failure, usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { FOLDERS, KINDS, type Kind, kindNamed } from "../library/kinds.ts";
import { problemText } from "../library/parse.ts";
import { formatDay } from "../profile/dates.ts";
import { deliver, type OutputFlags, readSettings, refuseToReplace } from "./settings.ts";

const USAGE = "intern-why content check <folder>, or intern-why content new <kind> <id>";

/** `content check <folder>`, `content new <kind> <id>`: other people's content folders. */
export async function contentCommand(operands: string[], flags: OutputFlags, context: Context): Promise<void> {
  const [what = "", ...rest] = operands;
  if (what === "check") return check(rest, flags, context);
  if (what === "new") return create(rest, flags, context);
  throw usageError(`content: "${brief(what)}" is neither check nor new`, USAGE);
}

/** Every problem of a folder. It is an error to have any, so that scripts can rely on the exit code. */
async function check([folder = "", ...more]: string[], flags: OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["text", "md", "json"], context);
  const place = folder || (flags.content ?? "");
  if (!place || more.length > 0) throw usageError("content check takes one folder", USAGE);
  const { checkFolder } = await import("../io/content.ts");
  const { count, problems } = checkFolder(await context.library(), place);
  if (settings.format === "json") deliver(toJson({ topics: count, problems }), flags, context);
  const topics = count === 1 ? "1 topic" : `${count} topics`;
  if (problems.length > 0) {
    const found = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw failure(
      problems.map(problemText),
      `${found} in ${brief(place, 200)}; docs/content-folders.md says what each key means`,
    );
  }
  if (settings.format !== "json") deliver(`${topics}, no problems.\n`, flags, context);
}

/** A file with everything its kind needs, to be written over. */
async function create(
  [kindName = "", id = "", ...more]: string[],
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  const settings = readSettings(flags, ["text", "md", "json"], context);
  const kind = kindNamed(kindName.trim().toLowerCase());
  if (!kind || more.length > 0)
    throw usageError(`content new: no kind "${brief(kindName)}"`, `kinds: ${KINDS.join(", ")}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80)
    throw usageError(
      `content new: "${brief(id)}" is no id`,
      "use small letters, digits and hyphens, such as visit-the-fair",
    );
  const library = await context.library();
  if (kind === "section" && !library.find(kind, id))
    throw usageError(`content new: the article has no section "${id}"`, "its sections can be replaced, not added to");
  const folder = flags.content ?? ".";
  const file = `${folder}/${FOLDERS[kind]}/${id}.md`;
  refuseToReplace(file, flags, context.files);
  const { skeletonOf } = await import("../library/skeletons.ts");
  context.files.makeFolder(`${folder}/${FOLDERS[kind]}`);
  context.files.save(file, skeletonOf(kind, id, formatDay(settings.today)));
  const replaces = library.find(kind, id) !== undefined;
  const wrote = `Wrote ${brief(file, 200)}${replaces ? `. It takes the place of our ${nameOf(kind)} "${id}"` : ""}.\n`;
  const then = `Write over it, then: intern-why content check ${brief(folder, 200)}\n`;
  deliver(settings.format === "json" ? toJson({ file, kind, id, replaces }) : wrote + then, flags, context);
}

const nameOf = (kind: Kind): string => (kind === "section" ? "section of the article" : kind);
