/** All that draws text. One module, so that the build makes one lazily loaded file of it. */
export { adviceText } from "./advice-text.ts";
export { listText } from "./list-text.ts";
export { markdownText } from "./markdown-text.ts";
export { nextText } from "./next-text.ts";
export { Page } from "./page.ts";
export { planText } from "./plan-text.ts";
export { createTheme } from "./theme.ts";
export { topicsText } from "./topic-text.ts";
export { widthsHold } from "./width.ts";
