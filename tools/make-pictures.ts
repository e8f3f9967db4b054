import { type Frame, type Size, startRecording } from "./recording.ts";
import { type Shown, toSvg } from "./screen-svg.ts";

const TODAY = ["--today", "2026-11-22"];
const NURSING = "--field nursing --stage first-year --goal clarity --concern confidence --start 2027-06-01 --hours 4";
const DOWN = "\u001b[B";
const ENTER = "\r";

/** The pictures of the README, by file name, made from the built program: the same bytes each time. */
export async function makePictures(): Promise<Map<string, string>> {
  return new Map([
    ["session.svg", await session({ columns: 80, rows: 30 })],
    ["advice.svg", await screen(`advise ${NURSING}`, "The advice for a nursing student, in a terminal", 80)],
    ["timeline.svg", await screen(`checklist ${NURSING}`, "The timeline of a checklist, in a terminal", 32)],
  ]);
}

/** What a person does at each question: what comes up, and keys one after the other. */
const ANSWERS: [question: RegExp, keys: string[]][] = [
  [/What do you study/, ["n", "u", "r"]],
  [/❯ Nursing and midwifery/, [ENTER]],
  [/What kind of work/, [DOWN, ENTER]],
  [/Where are you right now/, [DOWN, DOWN, ENTER]],
  [/What would you most like/, [DOWN, DOWN, " ", ENTER]],
  [/Is any of this true/, [DOWN, DOWN, DOWN, DOWN, " ", ENTER]],
  [/Where would the internship be/, [DOWN, ENTER]],
  [/When would you like to start/, [DOWN, ENTER]],
];
const AFTER: typeof ANSWERS = [
  [/Make your dated checklist/, [ENTER]],
  [/How many hours a week/, [DOWN, DOWN, DOWN, ENTER]],
];

/** The guided session from the first question to a saved checklist. Long output is scrolled through, as a reader does. */
async function session(size: Size): Promise<string> {
  const person = startRecording(TODAY, size);
  const shown: Shown[] = [];
  const show = (frame: Frame, seconds: number): void => void shown.push({ frame, seconds });
  const answer = async (answers: typeof ANSWERS): Promise<void> => {
    for (const [question, keys] of answers) {
      await person.see(question);
      show(person.frame(), 1.6);
      for (const key of keys) {
        person.type(key);
        await person.see(/./);
        if (key !== ENTER) show(person.frame(), 0.5);
      }
    }
  };
  /** Scrolls through what came since the screen began at line `from`. */
  const read = (from: number): void => {
    const step = size.rows - 4;
    for (let up = person.top() - from; up > 0; up -= step) show(person.frame(up), 3.5);
    show(person.frame(), 3.5);
  };
  await answer(ANSWERS);
  await person.see(/Make your dated checklist/);
  read(0);
  const before = person.top();
  await answer(AFTER);
  await person.see(/Save it as/);
  read(before);
  person.type(ENTER);
  if ((await person.end()) !== 0) throw new Error("the session failed");
  show(person.frame(), 6);
  return toSvg(shown, size, "A guided session: eight questions, the advice, and a dated checklist", 5);
}

/** A command and what it prints, as the last lines of a terminal show it. */
async function screen(command: string, title: string, mostRows: number): Promise<string> {
  const program = startRecording([...command.split(" "), ...TODAY, "--no-pager"], { columns: 80, rows: mostRows });
  if ((await program.end()) !== 0) throw new Error(`${command} fails`);
  const frame = program.frame();
  while (frame.at(-1)?.length === 0) frame.pop();
  return toSvg([{ frame, seconds: 0 }], { columns: 80, rows: frame.length }, title);
}
