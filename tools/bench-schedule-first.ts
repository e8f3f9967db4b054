import { manySteps, timeOf } from "./bench-schedule.ts";

// Run by the bench: the first thing that a process schedules.
console.log(timeOf(manySteps(90)));
