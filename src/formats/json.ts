/** The version of every JSON shape: keys are added freely, never renamed. */
const SCHEMA_VERSION = 1;

/** One JSON document, indented by two, ending in one newline. */
export const toJson = (data: object): string =>
  `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...data }, null, 2)}\n`;
