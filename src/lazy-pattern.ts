/**
 * A pattern that is made when it is first used. Meant for those of Unicode properties: as a literal, such a pattern
 * takes tables of 1 MB as soon as the file is parsed in which it stands.
 */
export function lazyPattern(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, flags));
}
