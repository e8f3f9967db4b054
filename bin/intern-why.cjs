#!/usr/bin/env node
"use strict";
// Runs the built files with the code that V8 compiled for them during the build: without it a third of a run goes into
// compiling functions. All of this stands in the first file, because to require a second one takes longer than what is in it.
const { closeSync, existsSync, openSync, readFileSync, readSync } = require("node:fs");
const { Script } = require("node:vm");

const dist = `${__dirname}/../dist`;
const loaded = new Map();

/** @param {string} name a file of dist, without its ending */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = `${dist}/${name}.cjs`;
  const source = readFileSync(filename, "utf8");
  const script = new Script(source, { filename, cachedData: compiledOf(name) });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  const requireFrom = (id) => (id.startsWith("./") ? load(id.slice(2, -".cjs".length)) : require(id));
  // The build wraps each file in a function.
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, dist);
  return module.exports;
}

// Only the very Node that compiled it may have it: V8 looks at its own version, and another build of that crashes on it.
const node = process.version + process.execPath.replace(/[^\w.-]+/g, "-").slice(-200);
const compiled = `${dist}/compiled/${node}`;
// There is none in a published package.
const isCompiled = existsSync(compiled);
// Larger than any file of it; only the memory that is read into is ever touched, and each file takes the place of the last.
const bytes = new Uint8Array(1_000_000);

function compiledOf(name) {
  if (!isCompiled) return undefined;
  try {
    const file = openSync(`${compiled}/${name}.cache`, "r");
    const length = readSync(file, bytes, 0, bytes.length, 0);
    closeSync(file);
    return bytes.subarray(0, length);
  } catch {
    return undefined; // The build runs only the usual commands.
  }
}

function run() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return fail(`intern-why needs Node 20.19 or newer; this is ${process.version}`);
  }
  let program;
  try {
    program = load("main");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return fail("not built yet: run npm run build");
  }
  // All output is written by then, byte by byte: to leave now spares tearing down what the system takes back anyway.
  program.main(dist).then(() => process.exit());
}

function fail(problem) {
  process.stderr.write(`error: ${problem}\n`);
  process.exitCode = 1;
}

if (require.main === module) run();
// The build keeps the code of what was loaded, by name.
else
  module.exports = {
    load,
    compiled,
    largest: bytes.length,
    scripts: () => [...loaded].map(([name, { script }]) => [name, script]),
  };
