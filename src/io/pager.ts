/** Nobody leaves a pager with an error this soon (seconds): it did not work, and nothing was read. */
const DIES_AT_START = 1;

/**
 * Shows a text through a pager, and waits until it is left. `less` gets the usual FRX unless LESS says otherwise:
 * short text is printed, colors work, the text stays on the screen. It is told that we write UTF-8, whatever the locale.
 * @returns false when the pager did not run, so that the text has to be printed
 */
export function page(text: string, [command = "", ...args]: readonly string[]): boolean {
  // It takes a sixth of a start to load, so only a text that is paged pays for it.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  // Ctrl-C is for the pager.
  const stay = (): void => undefined;
  process.on("SIGINT", stay);
  const began = process.uptime();
  const { error, status } = spawnSync(command, args, {
    input: text,
    stdio: ["pipe", "inherit", "inherit"],
    env: { LESS: "FRX", LESSCHARSET: "utf-8", ...process.env },
  });
  process.off("SIGINT", stay);
  // EPIPE: it was left before the end of the text.
  if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") return false;
  return status === 0 || process.uptime() - began > DIES_AT_START;
}
