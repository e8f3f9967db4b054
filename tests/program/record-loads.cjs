"use strict";
// Required by a measured process: when it ends, says on file descriptor 3 which files of dist it opened, and which
// modules of Node it loaded, directly or not.
const fs = require("node:fs");
const { builtinModules } = require("node:module");

const before = new Set(process.moduleLoadList);
const opened = new Set();
for (const name of ["openSync", "readFileSync"]) {
  const original = fs[name];
  fs[name] = function open(path, ...rest) {
    if (typeof path === "string" && path.includes("dist")) opened.add(path.split(/[\\/]/).at(-1));
    return original.call(this, path, ...rest);
  };
}
process.on("exit", () => {
  const loaded = process.moduleLoadList
    .filter((name) => !before.has(name))
    .map((name) => name.replace("NativeModule ", ""))
    .filter((name) => builtinModules.includes(name));
  const files = [...opened].filter((name) => !name.endsWith(".cache"));
  fs.writeSync(3, JSON.stringify({ files: files.sort(), modules: loaded.sort() }));
});
