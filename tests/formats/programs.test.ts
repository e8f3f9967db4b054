/** Programs that others wrote read what we export. Each is skipped by name where it is not installed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import { iw } from "../world.ts";

const MAKE = "checklist --field nursing --stage first-year --goal clarity --start 2027-06-01 --hours 4".split(" ");
const FILE = "internship-plan.md";

/** A plan, the same plan with a step ticked, and that one re-dated three weeks later. */
const fresh = (await iw([...MAKE, "--md"])).out;
const ticked = (await iw(["done", "hiring-window"], { files: { [FILE]: fresh } })).files[FILE] ?? "";
const later = (await iw(["replan", "--today", "2026-12-13"], { files: { [FILE]: ticked } })).files[FILE] ?? "";
const exported = async (format: string, file: string): Promise<string> =>
  (await iw(["export", "--format", format], { files: { [FILE]: file } })).out;
const stepsOf = async (file: string): Promise<Plan["steps"]> =>
  (JSON.parse(await exported("json", file)) as Plan).steps;

const has = (program: string): boolean => !spawnSync(program, ["--version"]).error;
const newFolder = (): string => mkdtempSync(join(tmpdir(), "iw-"));
const sorted = (list: readonly string[]): string[] => [...list].sort();

/** Runs a program in a folder that is its home; gives what it prints. */
function runner(home: string, program: string, ...first: string[]) {
  const env = { PATH: process.env["PATH"] ?? "", HOME: home, LC_ALL: "C.UTF-8", TZ: "America/New_York" };
  return (args: string[], input = ""): string => {
    const { stdout, stderr, status } = spawnSync(program, [...first, ...args], {
      env,
      cwd: home,
      encoding: "utf8",
      input,
    });
    expect(status, `${program} ${args.join(" ")}: ${stderr}`).toBe(0);
    return stdout;
  };
}

describe.skipIf(!has("task"))("taskwarrior", () => {
  const open = () => {
    const home = newFolder();
    writeFileSync(join(home, "taskrc"), "");
    const task = runner(
      home,
      "task",
      `rc:${home}/taskrc`,
      `rc.data.location=${home}`,
      "rc.confirmation=off",
      "rc.verbose=nothing",
    );
    const tasks = () => JSON.parse(task(["export"])) as Record<string, string & string[]>[];
    return { task, tasks, take: async (file: string) => task(["import", "-"], await exported("taskwarrior", file)) };
  };

  test("a second import changes nothing", async () => {
    const { tasks, take } = open();
    await take(ticked);
    const first = tasks();
    await take(ticked);
    expect(tasks()).toEqual(first);
    expect(first.map(({ uuid }) => uuid).sort()).toEqual(sorted((await stepsOf(ticked)).map(({ uid }) => uid)));
    expect(first.filter(({ status }) => status === "completed")).toHaveLength(1);
  });

  test("a day is that day west of Greenwich too", async () => {
    const { task, take } = open();
    await take(ticked);
    for (const { uid, due } of (await stepsOf(ticked)).filter(({ status }) => status === "open"))
      expect(task(["_get", `${uid}.due`]).trim()).toBe(due === null ? "" : `${due}T00:00:00`);
  });

  test("a newer plan updates in place: new dates, the same notes, what is finished stays finished", async () => {
    const { tasks, take } = open();
    await take(ticked);
    const notes = tasks().map(({ uuid, annotations }) => [uuid, annotations?.length]);
    await take(later);
    expect(tasks().map(({ uuid, annotations }) => [uuid, annotations?.length])).toEqual(notes);
    const dates = new Map((await stepsOf(later)).map(({ uid, due }) => [uid, due?.replaceAll("-", "")]));
    for (const { uuid, due, status } of tasks().filter((each) => each["status"] === "pending"))
      expect([status, due?.slice(0, 8)]).toEqual(["pending", dates.get(uuid ?? "")]);
    expect(tasks().filter(({ status }) => status === "completed")).toHaveLength(1);
  });

  test("what is finished there is ticked here, and stays finished after the next import", async () => {
    const { task, tasks, take } = open();
    await take(ticked);
    const [goals] = (await stepsOf(ticked)).filter(({ id }) => id === "goals");
    task([goals?.uid ?? "", "done"]);
    const world = { files: { [FILE]: ticked }, stdin: JSON.stringify(tasks()) };
    const { out, files } = await iw(["done", "--from", "-"], world);
    expect(out).toBe("Done: Write your top three goals, in order\n");
    await take(files[FILE] ?? "");
    expect(tasks().filter(({ status }) => status === "completed")).toHaveLength(2);
  });

  test("blocks what must wait, and knows project and tags", async () => {
    const { task, take } = open();
    await take(ticked);
    const blocked = (await stepsOf(ticked)).filter(({ after }) => after.length > 0);
    expect(blocked.length).toBeGreaterThan(0);
    const listed = JSON.parse(task(["+BLOCKED", "project:nursing", "export"])) as { uuid: string }[];
    for (const { uuid } of listed) expect(blocked.map(({ uid }) => uid)).toContain(uuid);
    expect(task(["+apply", "project:nursing", "count"]).trim()).not.toBe("0");
  });
});

describe.skipIf(!has("khal"))("khal", () => {
  test("a second import changes nothing, a newer plan moves the events", async () => {
    const home = newFolder();
    mkdirSync(join(home, "plan"));
    const formats = ["dateformat", "longdateformat"].map((key) => `${key} = %Y-%m-%d`).join("\n");
    const times = ["datetimeformat", "longdatetimeformat"].map((key) => `${key} = %Y-%m-%d %H:%M`).join("\n");
    writeFileSync(join(home, "config"), `[calendars]\n[[plan]]\npath = ${home}/plan\n[locale]\n${formats}\n${times}\n`);
    const khal = runner(home, "khal", "-c", join(home, "config"));
    const list = (): string[] =>
      khal(["list", "2026-11-01", "2028-01-01", "--day-format", "", "--format", "{uid} {start-date}"])
        .trim()
        .split("\n");
    const take = async (file: string): Promise<void> => {
      writeFileSync(join(home, "plan.ics"), await exported("ics", file));
      khal(["import", "--batch", "-a", "plan", join(home, "plan.ics")]);
    };
    const events = async (file: string): Promise<string[]> =>
      (await stepsOf(file)).flatMap(({ uid, due, status }) => (status === "open" ? [`${uid} ${due}`] : []));
    await take(ticked);
    expect(sorted(list())).toEqual(sorted(await events(ticked)));
    await take(ticked);
    expect(sorted(list())).toEqual(sorted(await events(ticked)));
    await take(later);
    expect(sorted(list())).toEqual(sorted(await events(later)));
  });
});

describe.skipIf(!has("calcurse"))("calcurse", () => {
  test("reads every event and every to-do", async () => {
    const home = newFolder();
    writeFileSync(join(home, "plan.ics"), await exported("ics", ticked));
    writeFileSync(join(home, "todo.ics"), await exported("ics-todo", ticked));
    const calcurse = runner(home, "calcurse", "-D", home);
    const open = (await stepsOf(ticked)).filter(({ status }) => status === "open");
    calcurse(["-i", join(home, "plan.ics")]);
    calcurse(["-i", join(home, "todo.ics")]);
    for (const { title, due } of open) {
      const [year, month, day] = due?.split("-") ?? [];
      expect(calcurse(["-Q", "--from", `${month}/${day}/${year}`])).toContain(title);
    }
    expect(calcurse(["-t"])).toContain(open[0]?.title ?? "");
  });
});

describe.skipIf(!has("vdirsyncer") || !has("todoman"))("todoman, with vdirsyncer", () => {
  test("reads every to-do with its state and day", async () => {
    const home = newFolder();
    writeFileSync(join(home, "plan.ics"), await exported("ics-todo", ticked));
    mkdirSync(join(home, "todos"));
    const storages = `[storage one]\ntype = "singlefile"\npath = "${home}/plan.ics"\n[storage many]\ntype = "filesystem"\npath = "${home}/todos"\nfileext = ".ics"\n`;
    const pair = `[general]\nstatus_path = "${home}/status/"\n[pair plan]\na = "one"\nb = "many"\ncollections = null\n`;
    writeFileSync(join(home, "sync"), pair + storages);
    const vdirsyncer = runner(home, "vdirsyncer", "-c", join(home, "sync"));
    vdirsyncer(["discover"], "y\ny\n");
    vdirsyncer(["sync"]);
    const steps = await stepsOf(ticked);
    expect(readdirSync(join(home, "todos"))).toHaveLength(steps.length);
    writeFileSync(join(home, "todo.py"), `path = "${home}/todos"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n`);
    const todoman = runner(home, "todoman", "-c", join(home, "todo.py"));
    const listed = JSON.parse(todoman(["--porcelain", "list", "--status", "ANY"])) as Record<string, unknown>[];
    const known = listed.map(({ summary, completed, due }) => ({
      summary,
      completed,
      due: due === null ? null : new Date(Number(due) * 1_000).toISOString().slice(0, 10),
    }));
    const bySummary = (a: { summary: unknown }, b: { summary: unknown }): number =>
      `${a.summary}` < `${b.summary}` ? -1 : 1;
    expect(known.sort(bySummary)).toEqual(
      steps.map(({ title, status, due }) => ({ summary: title, completed: status === "done", due })).sort(bySummary),
    );
  });
});

const TODO_CLI = ["todo-txt", "todo.sh"].find((name) => has(name)) ?? "";

describe.skipIf(!TODO_CLI)("todo.txt-cli", () => {
  test("lists the open steps, by project and by phase", async () => {
    const home = newFolder();
    writeFileSync(join(home, "todo.txt"), await exported("todotxt", ticked));
    const places = ["TODO_DIR=.", "TODO_FILE=todo.txt", "DONE_FILE=done.txt", "REPORT_FILE=report.txt"];
    writeFileSync(join(home, "config"), places.map((place) => `export ${place}\n`).join(""));
    const todo = runner(home, TODO_CLI, "-d", join(home, "config"), "-p");
    const steps = await stepsOf(ticked);
    expect(todo(["ls", "+nursing"])).toContain(`TODO: ${steps.length} of ${steps.length} tasks shown`);
    const deciding = steps.filter(({ phase }) => phase === "decide");
    expect(todo(["ls", "@decide"])).toContain(`TODO: ${deciding.length} of`);
    todo(["-A", "archive"]);
    expect(readFileSync(join(home, "done.txt"), "utf8").match(/^x /gm)).toHaveLength(1);
  });
});

describe.skipIf(!has("topydo"))("topydo", () => {
  test("knows what waits for what", async () => {
    const home = newFolder();
    writeFileSync(join(home, "todo.txt"), await exported("todotxt", fresh));
    const topydo = runner(home, "topydo", "-t", join(home, "todo.txt"));
    const steps = await stepsOf(fresh);
    const numberOf = (id: string): number => steps.findIndex((step) => step.id === id) + 1;
    const waiting = steps.filter(({ after }) => after.some((id) => numberOf(id) > 0));
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id, after } of waiting) {
      const before = topydo(["dep", "ls", "to", `${numberOf(id)}`]);
      const known = topydo(["dep", "ls", `${numberOf(id)}`, "to"]);
      for (const first of after.filter((each) => numberOf(each) > 0))
        expect(before + known).toContain(`${numberOf(first)}|`);
    }
  });
});

describe.skipIf(!has("pandoc"))("pandoc", () => {
  test("reads a plan as GitHub Markdown: every step a task, ticked or not, with its day", async () => {
    const html = runner(newFolder(), "pandoc", "-f", "gfm", "-t", "html", "--wrap=none")([], ticked);
    const steps = await stepsOf(ticked);
    expect(html.match(/<input type="checkbox"/g)).toHaveLength(steps.length);
    expect(html.match(/<input[^>]* checked/g)).toHaveLength(1);
    for (const { due, status } of steps) if (status === "open") expect(html).toContain(`by ${due}`);
  });

  test("reads the article, footnotes included", async () => {
    const pandoc = runner(newFolder(), "pandoc", "-f", "markdown", "-t", "plain");
    expect(pandoc([], (await iw(["show"])).out)).toMatch(/\[1\] /);
  });
});

describe.skipIf(!has("jq"))("jq", () => {
  test("reads the JSON", async () => {
    const jq = runner(newFolder(), "jq", "-r");
    const steps = await stepsOf(ticked);
    expect(
      jq([".steps[].due"], await exported("json", ticked))
        .trim()
        .split("\n"),
    ).toEqual(steps.map(({ due }) => `${due}`));
  });
});

describe.skipIf(!has("w3m"))("w3m", () => {
  test("reads the page without a script: every step with its day", async () => {
    const w3m = runner(newFolder(), "w3m", "-dump", "-T", "text/html", "-cols", "500");
    const page = w3m([], await exported("html", ticked));
    for (const { title } of await stepsOf(ticked)) expect(page).toContain(`] ${title}`);
    expect(page.match(/By \d+ [A-Z][a-z]+ 202\d/g)?.length).toBeGreaterThan(10);
  });
});

const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find((name) => has(name)) ?? "";

describe.skipIf(!CHROMIUM)("a browser (Chromium, headless)", () => {
  const SAFE = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--disable-quic",
  ];
  /** Opens the page at a width, runs a script in it, and gives the page's document as it then is. */
  const visit = async (width: number, script: string): Promise<string> => {
    const home = newFolder();
    const page = (await exported("html", ticked)).replace("</body>", `<script>${script}</script></body>`);
    writeFileSync(join(home, "plan.html"), page);
    const size = `--window-size=${width},900`;
    const chromium = runner(
      home,
      CHROMIUM,
      ...SAFE,
      `--user-data-dir=${home}/profile`,
      size,
      "--virtual-time-budget=3000",
    );
    return chromium(["--dump-dom", `file://${home}/plan.html`]);
  };
  const SIZE = `document.title = [innerWidth, document.documentElement.scrollWidth].join(" ");`;

  test.each([500, 1280])(
    "shows nothing beyond the edge at %i pixels",
    async (width) => {
      const [, inner, needed] = /<title>(\d+) (\d+)<\/title>/.exec(await visit(width, SIZE)) ?? [];
      expect(Number(inner)).toBeLessThanOrEqual(width);
      expect(Number(needed)).toBeLessThanOrEqual(Number(inner));
    },
    60_000,
  );

  test("shows nothing beyond the edge of a phone", async () => {
    const frame = `<iframe id="phone" width="375" height="700"></iframe><script>const phone = document.getElementById("phone"); phone.srcdoc = PAGE; phone.onload = () => { const root = phone.contentDocument.documentElement; document.title = [phone.contentWindow.innerWidth, root.scrollWidth].join(" "); };</script>`;
    const home = newFolder();
    const page = JSON.stringify(await exported("html", ticked)).replaceAll("<", "\\u003c");
    writeFileSync(join(home, "phone.html"), `<!doctype html><title></title><body>${frame.replace("PAGE", () => page)}`);
    const chromium = runner(home, CHROMIUM, ...SAFE, `--user-data-dir=${home}/profile`, "--virtual-time-budget=3000");
    const [, inner, needed] =
      /<title>(\d+) (\d+)<\/title>/.exec(chromium(["--dump-dom", `file://${home}/phone.html`])) ?? [];
    expect(inner).toBe("375");
    expect(Number(needed)).toBeLessThanOrEqual(375);
  }, 60_000);

  test("remembers what is ticked, and keeps what the file says is done", async () => {
    const script = `
      const seen = document.getElementById("progress").textContent;
      if (!location.hash) {
        document.querySelector("input[data-uid]:not(:checked)").click();
        location.hash = "again";
        location.reload();
      } else document.title = seen;`;
    const { length } = await stepsOf(ticked);
    expect(await visit(1280, script)).toContain(`<title>2 of ${length} steps done</title>`);
  }, 60_000);
});
