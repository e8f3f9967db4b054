"use strict";
// Required by a measured process: writes its peak memory, in KB, when it ends.
process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK_FILE, `${process.resourceUsage().maxRSS}`));
