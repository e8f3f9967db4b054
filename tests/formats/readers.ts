/** Reads each format of a plan back, with other people's parsers where there are any. */
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { type DefaultTreeAdapterMap, parse as parseHtml } from "parse5";
import { clean } from "../../src/clean.ts";
import { planIcs } from "../../src/formats/icalendar.ts";
import { toJson } from "../../src/formats/json.ts";
import { PLAN_FORMATS } from "../../src/formats/plan-formats.ts";
import { planMarkdown } from "../../src/formats/plan-markdown.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { type PlanFile, parsePlanFile } from "../../src/plan/plan-file.ts";

/** What every format says of a step. */
export interface Item {
  uid: string;
  title: string;
  due: string | null;
  done: boolean;
  /** Uids of what comes before, sorted. */
  after: string[];
}

/** A title as every format may show it: harmless, on one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

const write = (format: string, plan: Plan): string => PLAN_FORMATS[format]?.(plan) ?? "";
const uidOf = (plan: Plan, id: string): string => plan.steps.find((step) => step.id === id)?.uid ?? `no uid of ${id}`;

const json = (plan: Plan): Item[] =>
  (JSON.parse(toJson(plan)) as Plan).steps.map(({ uid, title, due, status, after }) => ({
    uid,
    title,
    due,
    done: status === "done",
    after: after.map((id) => uidOf(plan, id)).sort(),
  }));

/** Dependencies stand under a step, by title. */
function md(plan: Plan): Item[] {
  const file = parsePlanFile(planMarkdown(plan, null)) as PlanFile;
  return file.steps.map(({ id, title, due, done, line }) => {
    const notes = file.lines.slice(line + 1);
    const end = notes.findIndex((note) => !note.startsWith("  - "));
    const after = notes.slice(0, end < 0 ? undefined : end).find((note) => note.startsWith("  - After: "));
    const titles = after?.slice("  - After: ".length).trimEnd().replace(/\\(.)/g, "$1");
    return {
      uid: uidOf(plan, id),
      title,
      due: due === undefined ? null : new Date(due * 86_400_000).toISOString().slice(0, 10),
      done,
      after: plan.steps
        .filter((step) => titles?.split("; ").includes(oneLine(step.title)))
        .map(({ uid }) => uid)
        .sort(),
    };
  });
}

const csv = (plan: Plan): Item[] =>
  (parse(write("csv", plan), { columns: true }) as Record<string, string>[]).map((row) => ({
    uid: row["uid"] ?? "",
    title: (row["title"] ?? "").replace(/^'(?=[=+\-@])/, ""),
    due: row["due"] || null,
    done: row["status"] === "done",
    after: (row["after"] ?? "")
      .split(" ")
      .filter(Boolean)
      .map((id) => uidOf(plan, id))
      .sort(),
  }));

const calendarItems = (text: string, kind: string, day: string, isDone: (item: ICAL.Component) => boolean): Item[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents(kind).map((item) => ({
    uid: `${item.getFirstPropertyValue("uid")}`,
    title: `${item.getFirstPropertyValue("summary")}`,
    due: item.getFirstPropertyValue(day)?.toString() ?? null,
    done: isDone(item),
    after: item
      .getAllProperties("related-to")
      .map((property) => `${property.getFirstValue()}`)
      .sort(),
  }));

/** Events are for steps that are open and have a day. */
const ics = (plan: Plan): Item[] => calendarItems(planIcs(plan), "vevent", "dtstart", () => false);
const icsTodo = (plan: Plan): Item[] =>
  calendarItems(
    write("ics-todo", plan),
    "vtodo",
    "due",
    (todo) => todo.getFirstPropertyValue("status") === "COMPLETED",
  );

function todotxt(plan: Plan): Item[] {
  const lines = write("todotxt", plan).trimEnd().split("\n");
  const tags = lines.map((line) => [...line.matchAll(/ (id|p|due|uid):(\S+)/g)].map((match) => [match[1], match[2]]));
  const tagOf = (i: number, key: string): string | undefined => tags[i]?.find(([name]) => name === key)?.[1];
  const uids = lines.map((_, i) => tagOf(i, "uid") ?? "");
  return lines.map((line, i) => ({
    uid: uids[i] ?? "",
    title: /^(?:x [\d-]+|\([A-C]\)) [\d-]+ (.*?) \+\S+ @[a-z]+ .*uid:/.exec(line)?.[1] ?? line,
    due: tagOf(i, "due") ?? null,
    done: line.startsWith("x "),
    after: uids.filter((_, j) => tags[j]?.some(([key, value]) => key === "p" && value === tagOf(i, "id"))).sort(),
  }));
}

const taskwarrior = (plan: Plan): Item[] =>
  (JSON.parse(write("taskwarrior", plan)) as Record<string, string & string[]>[]).map((task) => ({
    uid: task["uuid"] ?? "",
    title: task["description"] ?? "",
    due: task["due"]?.replace(/^(\d{4})(\d\d)(\d\d).*/, "$1-$2-$3") ?? null,
    done: task["status"] === "completed",
    after: [...(task["depends"] ?? [])].sort(),
  }));

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** Every element below a node, in order. */
const elementsOf = (node: Node): Element[] =>
  "childNodes" in node
    ? node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...elementsOf(child)] : []))
    : [];
const textOf = (node: Node): string =>
  "value" in node && node.nodeName === "#text"
    ? node.value
    : "childNodes" in node
      ? node.childNodes.map(textOf).join("")
      : "";
const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((each) => each.name === name)?.value;

function html(plan: Plan): Item[] {
  const items = elementsOf(parseHtml(write("html", plan))).filter(
    (element) => element.tagName === "li" && attribute(element, "id"),
  );
  return items.map((item) => {
    const find = (tag: string): Element[] => elementsOf(item).filter(({ tagName }) => tagName === tag);
    const box = find("input")[0];
    return {
      uid: attribute(box, "data-uid") ?? "",
      title: find("strong").map(textOf)[0] ?? "",
      due: attribute(find("time")[0], "datetime") ?? null,
      done: attribute(box, "checked") !== undefined,
      after: find("a")
        .map((link) => uidOf(plan, (attribute(link, "href") ?? "").slice(1)))
        .sort(),
    };
  });
}

export const READERS: Readonly<Record<string, (plan: Plan) => Item[]>> = {
  json,
  md,
  csv,
  ics,
  "ics-todo": icsTodo,
  todotxt,
  taskwarrior,
  html,
};
