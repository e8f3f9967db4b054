/** The version of every JSON shape: keys are added freely, never renamed. */
const SCHEMA_VERSION = 1;

/** A JSON document on one line. */
export const toJsonLine = (data: object): string => `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...data })}\n`;

/** One JSON document, indented by two, ending in one newline. */
export const toJson = (data: object): string =>
  `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...data }, null, 2)}\n`;
