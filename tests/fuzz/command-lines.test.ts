import fc from "fast-check";
import { test } from "vitest";
import type { Flag } from "../../src/help/tree.ts";
import { COMMANDS, OUTPUT_FLAGS, PROFILE_FLAGS, type Spec } from "../../src/program.ts";
import { scripted } from "../scripted.ts";
import { expectDocumented, FILES, OPTIONS, PLAN, RUNS, TIMEOUT } from "./documented.ts";
import { flagTokens, value } from "./values.ts";

const flagsOf = ({ own = [], profile }: Spec): Flag[] => [...own, ...(profile ? PROFILE_FLAGS : []), ...OUTPUT_FLAGS];
const everyFlag = fc.constantFrom(...new Set(COMMANDS.flatMap(flagsOf)));

const tokens = (spec: Spec): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...flagsOf(spec)).chain(flagTokens) },
    { weight: 2, arbitrary: value.map((each) => [each]) },
    { weight: 1, arbitrary: everyFlag.chain(flagTokens) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("--", "-", "--nosuch", "-x", "--help", "--__proto__=1").map((each) => [each]),
    },
  );

/** A command, its operands and flags: mostly in this order. */
const commandLine = fc.constantFrom(...COMMANDS).chain((spec) =>
  fc
    .tuple(
      fc.array(value, { maxLength: spec.operands ? 3 : 0 }),
      fc.array(tokens(spec), { maxLength: 7 }).map((list) => list.flat()),
      fc.nat(9),
    )
    .map(([operands, flags, how]) => {
      if (how === 0) return [...flags, spec.name, ...operands];
      return how === 1 ? [...operands, ...flags] : [spec.name, ...operands, ...flags];
    }),
);

test(
  "any flags, values and order, in a pipe and on a terminal",
  async () => {
    const screen = fc.record({ terminal: fc.boolean(), columns: fc.constantFrom(1, 20, 40, 80, 500) });
    await fc.assert(
      fc.asyncProperty(commandLine, screen, async (argv, { terminal, columns }) => {
        await expectDocumented(argv, { files: FILES, stdin: PLAN, terminal, columns, prompter: scripted([]) });
      }),
      OPTIONS,
    );
  },
  TIMEOUT,
);

test(
  "a value of 128 KiB, in any place",
  async () => {
    const unit = fc.constantFrom("a", "a ", "=", "\u001b[31m", "é", "𝔘", "..", "/", "\n", "-");
    const place = fc
      .constantFrom(...COMMANDS)
      .chain((spec) =>
        fc.tuple(
          fc.constant(spec.name),
          fc.constantFrom("", ...flagsOf(spec).map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0] ?? "")),
        ),
      );
    await fc.assert(
      fc.asyncProperty(place, unit, async ([command, flag], each) => {
        const long = each.repeat(131_072 / each.length);
        await expectDocumented([command, flag === "" ? long : `${flag}=${long}`], { files: FILES });
      }),
      { ...OPTIONS, numRuns: Math.min(RUNS, 600) },
    );
  },
  TIMEOUT,
);
