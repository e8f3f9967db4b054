import type { Library } from "../library/library.ts";
import type { Resolver } from "./resolve.ts";

/** The resolver of free text, loaded when there is some to understand. */
export const openResolver = async (library: Library): Promise<Resolver> =>
  (await import("./resolve.ts")).createResolver(library.heads, library.nameTable);
