#!/usr/bin/env node
"use strict";
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`error: intern-why needs Node 20.19 or newer; this is ${process.version}\n`);
  process.exitCode = 1;
} else {
  const dist = `${__dirname}/../dist`;
  let program;
  try {
    program = require(`${dist}/load.cjs`).load("main");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    process.stderr.write("error: not built yet: run npm run build\n");
    process.exitCode = 1;
  }
  // All output is written by then, byte by byte: to leave now spares tearing down what the system takes back anyway.
  program?.main(dist).then(() => process.exit());
}
