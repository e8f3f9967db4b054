/** An author as reference managers want it: a person, or an institution as it calls itself (`literal`). */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

export interface Authors {
  names: Name[];
  /** More authors than are named. */
  others: boolean;
  /** Something stands beside the names: who reported it, who wrote it within an institution, "and others". */
  more: boolean;
}

/** Words that no person is called by. */
const INSTITUTION =
  /(?:^|[\s-])(?:of|for|the|and|on|in|University|Universität|Department|Office|Association|Center|Centre|Institute|Commission|Trust|Survey|Service|Council|Government|Agency|Foundation|Organization|Forum|Group|Network|Board|Ministry|Bureau|National|International|European|Recruiters|Research|Canada|Fliers|Immigration|Création)(?=$|[\s:,])/;

const NOBODY = /^Author not shown/;
const PARTICLE = /^(?:di|de|da|del|van|von|la|le|lo|dos)$/i;
const MOST_WORDS = 5;

/**
 * Reads authors as a source names them: people, separated by commas, semicolons or "and"; or one institution, which
 * may have commas and "and" in its name. What is reported by others, or stands in brackets, is no author.
 */
export function readAuthors(text: string): Authors {
  const bare = text
    .replace(/,? (?:as )?(?:reported|republished|cited) by .*$|, reprinted$/, "")
    .replace(/, in The .*$/, "")
    .replace(/ \(.*\)?$/, "")
    .trim();
  const named = bare.replace(/,? (?:and others|et al\.?)$/, "");
  const parts = named.split(/\s*(?:[;&]|,(?! (?:Jr|Sr)\.?)|\band\b)\s*/).filter(Boolean);
  const people = parts.every(isPerson);
  return {
    names: NOBODY.test(bare) ? [] : people ? parts.map(personOf) : [{ literal: named }],
    others: named !== bare,
    more: named !== text.trim(),
  };
}

function isPerson(name: string): boolean {
  const words = name.split(/,? /);
  return (
    words.length > 1 &&
    words.length <= MOST_WORDS &&
    !INSTITUTION.test(name) &&
    words.every((word) => PARTICLE.test(word) || /^\p{Lu}(?:\p{Ll}|[.’'-]|$)/u.test(word))
  );
}

function personOf(name: string): Name {
  const [, whole = name, suffix] = /^(.*?)(?:,? ((?:Jr|Sr)\.?))?$/.exec(name) ?? [];
  const words = whole.split(" ");
  const at = PARTICLE.test(words.at(-2) ?? "") ? -2 : -1;
  const person = { family: words.slice(at).join(" "), given: words.slice(0, at).join(" ") };
  return suffix === undefined ? person : { ...person, suffix };
}

/** `Inceoglu`: the first author's family name, or the institution without its departments. */
export function firstAuthor(text: string): string {
  const [first] = readAuthors(text).names;
  if (!first) return text;
  if ("family" in first) return first.family;
  const [name = text] = first.literal.split(",");
  const [head = name] = name.split(" and ");
  return INSTITUTION.test(head) && head.includes(" ") ? head : name;
}
