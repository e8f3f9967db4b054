import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { FOLDERS, KINDS, type Kind, kindNamed } from "../library/kinds.ts";
import type { TopicHead } from "../library/topic.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawText } from "./text.ts";

/** `list [kind]`: topics by id, title and one-line summary; sections first, then what a person can ask for. */
export async function list(kindName: string | undefined, flags: OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  const kind = kindName === undefined ? undefined : readKind(kindName);
  const { heads: every } = await context.library(flags.content);
  const heads = every.filter((head) => !kind || head.kind === kind);
  if (settings.format === "json") return deliver(toJson({ topics: heads.map(headJson) }), flags, context);
  const rows = heads.map((head) => [kind ? head.id : shownId(head), head.title, head.summary]);
  if (settings.format === "lines") return deliver(toLines(rows), flags, context);
  if (settings.format === "md") {
    return deliver(
      rows.map(([id, title, summary]) => `- **${title}** (\`${id}\`): ${summary}\n`).join(""),
      flags,
      context,
    );
  }
  const text = await drawText(settings, ({ listText }, theme) =>
    listText(heads, kind === undefined, theme, settings.width),
  );
  deliver(text, flags, context);
}

/** Sections by their bare id, as they always were; other kinds exactly. */
const shownId = ({ kind, id }: TopicHead): string => (kind === "section" ? id : `${kind}/${id}`);

const headJson = ({ kind, id, title, summary, aliases, origin }: TopicHead) => ({
  kind,
  id,
  title,
  summary,
  ...(aliases.length > 0 ? { aliases } : {}),
  ...(origin === undefined ? {} : { origin }),
});

function readKind(name: string): Kind {
  const kind = kindNamed(name.trim().toLowerCase());
  if (kind) return kind;
  throw usageError(`no kind of topic "${brief(name)}"`, `kinds: ${KINDS.map((each) => FOLDERS[each]).join(", ")}`);
}
