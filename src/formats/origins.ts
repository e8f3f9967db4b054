import { brief } from "../clean.ts";

/** `From the folder uni: Visit the fair; Our fund.` One sentence a folder; nothing where all is ours. */
export function originWords(items: readonly { title: string; folder: string }[]): string[] {
  const folders = [...new Set(items.map(({ folder }) => folder))];
  return folders.map((folder) => {
    const titles = items.filter((item) => item.folder === folder).map(({ title }) => title);
    return `From the folder ${brief(folder, 200)}: ${titles.join("; ")}.`;
  });
}

/** The steps of a plan that come from somebody's own folder. */
export const originsOfSteps = (steps: readonly { title: string; origin?: string }[]) =>
  steps.flatMap(({ title, origin }) => (origin === undefined ? [] : [{ title, folder: origin }]));
