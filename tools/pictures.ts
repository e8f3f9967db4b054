/** `npm run pictures`: the pictures of the README, from the program as it was built last. */
import { mkdirSync, writeFileSync } from "node:fs";
import { makePictures } from "./make-pictures.ts";

mkdirSync("docs/pictures", { recursive: true });
for (const [name, svg] of await makePictures()) {
  writeFileSync(`docs/pictures/${name}`, svg);
  console.log(`docs/pictures/${name}: ${(svg.length / 1000).toFixed(0)} kB`);
}
process.exit();
