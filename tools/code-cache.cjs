"use strict";
// Run by the build: goes through the usual commands once and keeps what V8 compiled for them, for this Node.
const { mkdirSync, writeFileSync } = require("node:fs");

const dist = process.argv[2];
const about = "--field nursing --stage first-year --goal clarity --concern money --start 2027-06-01 --hours 4";
const lines = [
  `advise ${about} --md`,
  `advise ${about} --format text --color always`,
  `checklist ${about} --json`,
  `checklist ${about} --format text`,
  "show networking",
  "show networking --format text --color always",
  "list",
  "resolve field nursing",
  "--help",
  // Would ask, and finds nobody to ask.
  "advise",
];

async function record() {
  const { load, scripts, compiled, largest } = require(`${dist}/../bin/intern-why.cjs`);
  // V8 forgets the code of functions that rest for a while, so each file is kept at its fullest.
  const fullest = new Map();
  const keep = () => {
    for (const [name, script] of scripts()) {
      const data = script.createCachedData();
      if (data.length > (fullest.get(name)?.length ?? 0)) fullest.set(name, data);
    }
  };
  for (const line of lines) {
    process.argv = [process.argv[0], "intern-why", ...line.split(" ")];
    await load("main").main(dist);
    keep();
  }
  process.exitCode = 0;
  // Nobody answers: the question is painted, then the end of stdin ends the process.
  process.once("exit", () => {
    keep();
    for (const [name, data] of fullest)
      if (data.length > largest) throw new Error(`${name} is larger than the launcher reads`);
    mkdirSync(compiled, { recursive: true });
    for (const [name, data] of fullest) writeFileSync(`${compiled}/${name}.cache`, data);
  });
  const prompter = load("io-prompt-inquirer").createInquirerPrompter(true, (text) => text);
  const library = { heads: [{ kind: "field", id: "a", title: "One" }], find: () => undefined };
  await load("commands-ask")
    .interview(["field"], {}, prompter, library, undefined, { today: 0 })
    .catch(() => undefined);
}

record();
