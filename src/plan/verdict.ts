import type { Topic } from "../library/topic.ts";
import type { KnownDays } from "./calendar.ts";
import type { Dated } from "./date-steps.ts";
import type { Verdict } from "./plan.ts";
import type { Capacity } from "./schedule.ts";
import type { Selected } from "./select.ts";
import { smallestChanges } from "./smallest-changes.ts";
import { decisiveChain, tightest } from "./tightest.ts";

/** Less than this many days to spare is tight. */
const TIGHT_DAYS = 14;

/** Whether the steps can be done in time. It looks at the latest dates only: a missed best date is no failure. */
export function judge(
  selected: readonly Selected[],
  track: Topic<"track"> | undefined,
  known: KnownDays,
  capacity: Capacity,
  dated: readonly Dated[],
): Verdict {
  const { start } = known;
  if (start === undefined) return { id: "fits", slackDays: null, chain: [], changes: [] };
  const { slack, decisive } = tightest(dated);
  if (!decisive) return { id: "fits", slackDays: null, chain: [], changes: [] };
  const id = slack < 0 ? "does-not-fit" : slack < TIGHT_DAYS ? "tight" : "fits";
  const chain = id === "fits" ? [] : decisiveChain(decisive, dated, capacity);
  const changes = id === "does-not-fit" ? smallestChanges(selected, track, { ...known, start }, capacity) : [];
  return { id, slackDays: slack, chain, changes };
}
