import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { failure, usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { searchTopics } from "../library/search.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawText } from "./text.ts";

/** `search <words…>`: topics and the passage that holds the words. No match is a failure, like grep's. */
export async function search(words: string[], flags: OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  const query = words.join(" ").trim();
  if (!query) throw usageError("nothing to search for", "intern-why search visa hours");
  const results = searchTopics(query.slice(0, 500), await context.library(flags.content));
  if (results.length === 0) {
    throw failure(`nothing found for "${brief(query)}"`, "try fewer or other words; intern-why list shows all topics");
  }
  if (settings.format === "json") return deliver(toJson({ query, results }), flags, context);
  const rows = results.map(({ kind, id, title, passage }) => [`${kind}/${id}`, title, passage]);
  if (settings.format === "lines") return deliver(toLines(rows), flags, context);
  if (settings.format === "md") {
    return deliver(
      rows.map(([id, title, passage]) => `- **${title}** (\`${id}\`): ${passage}\n`).join(""),
      flags,
      context,
    );
  }
  const text = await drawText(settings, ({ Page }, theme) => {
    const page = new Page(theme, settings.width);
    for (const [id = "", title = "", passage = ""] of rows) {
      if (theme.accessible) page.text(`${title}, id ${id}: ${passage}`);
      else page.text(`${theme.strong(title)}  ${id}`).text(passage, 4);
    }
    return page.toString();
  });
  deliver(text, flags, context);
}
