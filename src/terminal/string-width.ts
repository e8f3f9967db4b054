/** The table of wide and combining characters, apart because it is seldom needed. */
export { default as stringWidth } from "string-width";
