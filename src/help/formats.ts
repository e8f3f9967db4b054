const DOCUMENT = ["text", "md", "json"];
const LINES = ["text", "md", "json", "lines"];
const PLAN = [...DOCUMENT, "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"];

/** The formats of each command that has a choice. */
export const FORMATS: Readonly<Record<string, readonly string[]>> = {
  advise: DOCUMENT,
  checklist: PLAN,
  show: DOCUMENT,
  list: LINES,
  search: LINES,
  explain: DOCUMENT,
  compare: DOCUMENT,
  sources: LINES,
  next: LINES,
  done: DOCUMENT,
  replan: DOCUMENT,
  export: PLAN,
  resolve: LINES,
  content: DOCUMENT,
};
