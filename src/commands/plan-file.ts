import { resolve } from "node:path";
import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { Library } from "../library/library.ts";
import { type PlanFile, parsePlanFile } from "../plan/plan-file.ts";
import type { Profile } from "../profile/profile.ts";
import { profileOfFlags, type TypedProfile } from "./profile.ts";
import { type OutputFlags, refuseToReplace, type Settings } from "./settings.ts";

const USUAL_NAME = "internship-plan.md";
const LARGEST_PLAN = 4_000_000;

export interface PlanFlags {
  /** The plan file; `-` is stdin, and the answer then goes to stdout. */
  plan?: string;
}

export interface OpenPlan {
  /** The path, or `-`. */
  path: string;
  file: PlanFile;
  profile: Profile;
}

/** The path of the plan file, or `-`. @throws a usage error when there is none, before anything is locked or written */
export function planPath({ plan = USUAL_NAME }: PlanFlags, { files }: Context): string {
  if (plan === "-" || files.exists(plan)) return plan;
  const hint = "make one with intern-why checklist -o internship-plan.md, or name it with --plan";
  throw usageError(`no plan file ${brief(plan, 200)}`, hint);
}

/**
 * What is said of a plan may go to a file, but not over the plan.
 * @throws a usage error, before anything is read or written
 */
export function checkReport(flags: PlanFlags & OutputFlags, { files }: Context): void {
  if (flags.output === undefined) return;
  if (resolve(flags.output) === resolve(flags.plan ?? USUAL_NAME))
    throw usageError("-o names the plan itself", "name another file");
  refuseToReplace(flags.output, flags, files);
}

/** Opens a plan file; the profile flags add to or replace the answers in it. */
export async function openPlan(
  flags: PlanFlags & TypedProfile,
  library: Library,
  settings: Settings,
  context: Context,
): Promise<OpenPlan> {
  const path = planPath(flags, context);
  if (path === "-" && [flags.profile, flags.resume].includes("-")) {
    throw usageError("--plan and another file cannot both be read from stdin");
  }
  const text = path === "-" ? context.readStdin() : context.files.read(path, LARGEST_PLAN);
  const parsed = parsePlanFile(text);
  const name = path === "-" ? "stdin" : brief(path, 200);
  if ("message" in parsed) throw usageError(`${name}:${parsed.line}: ${parsed.message}`);
  const { profile } = await profileOfFlags(flags, library, settings, context, parsed.head.profile ?? {});
  return { path, file: parsed, profile };
}
