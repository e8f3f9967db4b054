/**
 * The uids of the steps that another tool's report names as finished: JSON with `uuid` or `uid` and `status` (what
 * `task export` or a plan's own JSON holds), iCalendar to-dos, or todo.txt lines. Undefined when it is none of these.
 */
export function finishedUids(report: string): Set<string> | undefined {
  const text = report.replace(/^\ufeff/, "").trim();
  if (/^BEGIN:VCALENDAR/i.test(text)) return new Set(inCalendar(text));
  if (/^[[{]/.test(text)) return inJson(text);
  const lines = text.split(/\r?\n/).filter(Boolean);
  const isTodo = lines.some((line) => /\suid:\S/.test(line)) || (lines.length > 0 && lines.every(isMarked));
  return isTodo
    ? new Set(lines.flatMap((line) => (line.startsWith("x ") ? (/\suid:(\S+)/.exec(line)?.[1] ?? []) : [])))
    : undefined;
}

/** Done, or with a priority or a date: other lines of todo.txt look like any text. */
const isMarked = (line: string): boolean => /^(?:x |\([A-Z]\) |\d{4}-)/.test(line);

const FINISHED = ["completed", "done"];

function inJson(text: string): Set<string> | undefined {
  try {
    const report = JSON.parse(text) as { steps?: unknown } | unknown[];
    const items = [Array.isArray(report) ? report : (report.steps ?? report)].flat();
    return new Set(
      items.flatMap((item) => {
        const { uuid, uid, status } = (item ?? {}) as Record<string, unknown>;
        return FINISHED.includes(`${status}`.toLowerCase()) ? [`${uuid ?? uid}`] : [];
      }),
    );
  } catch {
    return undefined;
  }
}

/** Lines of iCalendar may be folded: a space at the beginning goes on with the line before. */
function inCalendar(text: string): string[] {
  const todos = text
    .replace(/\r?\n[ \t]/g, "")
    .split(/^BEGIN:VTODO/im)
    .slice(1);
  return todos.flatMap((todo) => (/^STATUS:COMPLETED\s*$/im.test(todo) ? (/^UID:(\S+)/im.exec(todo)?.[1] ?? []) : []));
}
