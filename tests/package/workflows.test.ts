import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = ".github/workflows";
interface Job {
  permissions?: Record<string, string>;
  strategy?: { matrix: { node: number[]; os?: string[] } };
  steps: { run?: string; uses?: string }[];
}
const read = (name: string): { text: string; jobs: Record<string, Job> } => {
  const text = readFileSync(`${FOLDER}/${name}`, "utf8");
  return { text, jobs: (parse(text) as { jobs: Record<string, Job> }).jobs };
};
const runs = (job?: Job): string[] => (job?.steps ?? []).flatMap(({ run }) => run ?? []);

describe("the workflows", () => {
  test.each(readdirSync(FOLDER))("%s names its actions by full version, and no address", (name) => {
    const { text, jobs } = read(name);
    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(actions.length).toBeGreaterThan(1);
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
    expect(text).not.toMatch(/https?:|registry/);
  });

  test("ci checks every Node there is support for, and the public interface on macOS and Windows", () => {
    const { jobs } = read("ci.yml");
    expect(jobs["check"]?.strategy?.matrix.node).toEqual([20, 22, 24, 26]);
    expect(runs(jobs["check"])).toEqual([".ci/run"]);
    expect(jobs["public-interface"]?.strategy?.matrix.os).toEqual(["macos-latest", "windows-latest"]);
  });

  test("publish checks everything, then publishes with provenance", () => {
    const { publish } = read("publish.yml").jobs;
    expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(runs(publish)).toContain(".ci/run");
    expect(runs(publish).at(-1)).toBe("npm publish --provenance --access public");
  });
});
