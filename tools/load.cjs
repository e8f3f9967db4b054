"use strict";
// Loads the files of dist with the code V8 compiled when they were built. Where that does not fit (another Node), V8
// sets it aside and compiles as usual. Without it a third of a run goes into compiling functions.
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const loaded = new Map();

/** @param {string} name a file of dist, without its ending */
exports.load = function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = `${__dirname}/${name}.cjs`;
  let cachedData;
  try {
    cachedData = readFileSync(`${__dirname}/${name}.cache`);
  } catch {
    // There is none in a published package.
  }
  // The build wraps each file in a function.
  const script = new Script(readFileSync(filename, "utf8"), { filename, cachedData });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  const requireFrom = (id) => (id.startsWith("./") ? load(id.slice(2, -".cjs".length)) : require(id));
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, __dirname);
  return module.exports;
};

/** Every script loaded so far, by name. */
exports.scripts = () => [...loaded].map(([name, { script }]) => [name, script]);
