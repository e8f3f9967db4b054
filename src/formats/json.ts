import { escapeJson } from "../clean.ts";

/** The version of every JSON shape: keys are added freely, never renamed. */
const SCHEMA_VERSION = 1;

/** A JSON shape with its version, which stands first. */
export type Versioned<T> = { schemaVersion: typeof SCHEMA_VERSION } & T;

export const versioned = <T extends object>(data: T): Versioned<T> => ({ schemaVersion: SCHEMA_VERSION, ...data });

/** A JSON document on one line. */
export const toJsonLine = (data: object): string => `${escapeJson(JSON.stringify(versioned(data)))}\n`;

/** One JSON document, indented by two, ending in one newline. */
export const toJson = (data: object): string => `${escapeJson(JSON.stringify(versioned(data), null, 2))}\n`;
