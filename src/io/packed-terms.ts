import type { ActionTerms } from "../library/topic.ts";

/** What selecting looks at in every action, and, as JSON, what only those that are selected need. */
export type PackedTerms = [
  id: string,
  title: string,
  priority: ActionTerms["priority"],
  when: ActionTerms["when"] | null,
  unless: ActionTerms["unless"] | null,
  rest: string,
];
type RestOfTerms = Omit<ActionTerms, "id" | "title" | "priority" | "when" | "unless">;

export function packTerms({ id, title, priority, when, unless, ...rest }: ActionTerms): PackedTerms {
  return [id, title, priority, when ?? null, unless ?? null, JSON.stringify(rest satisfies RestOfTerms)];
}

/** The terms of an action, of which the rest is parsed when it is asked for. */
export class OpenedTerms implements ActionTerms {
  readonly id: string;
  readonly title: string;
  readonly priority: ActionTerms["priority"];
  readonly when: ActionTerms["when"];
  readonly unless: ActionTerms["unless"];
  private rest: RestOfTerms | string;

  constructor([id, title, priority, when, unless, rest]: PackedTerms) {
    this.id = id;
    this.title = title;
    this.priority = priority;
    this.when = when ?? undefined;
    this.unless = unless ?? undefined;
    this.rest = rest;
  }

  private opened(): RestOfTerms {
    if (typeof this.rest === "string") this.rest = JSON.parse(this.rest) as RestOfTerms;
    return this.rest;
  }

  get phase() {
    return this.opened().phase;
  }

  get effort() {
    return this.opened().effort;
  }

  get after() {
    return this.opened().after;
  }

  get due() {
    return this.opened().due;
  }

  get latest() {
    return this.opened().latest;
  }

  get wait() {
    return this.opened().wait;
  }

  get facts() {
    return this.opened().facts;
  }
}
