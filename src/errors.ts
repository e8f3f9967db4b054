/** What went wrong: `usage` is the caller's to mend (exit 2), `failed` is a file, a disk or a bug (exit 1). */
export type ErrorKind = "usage" | "failed" | "interrupted";

/** An error for people: every problem in one line each, and one hint on what to do. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  readonly problems: string[];
  readonly hint: string | undefined;

  constructor(kind: ErrorKind, problems: string | string[], hint?: string) {
    const list = [problems].flat();
    super(list.join("\n"));
    this.kind = kind;
    this.problems = list;
    this.hint = hint;
  }
}

export const usageError = (problems: string | string[], hint?: string): AppError =>
  new AppError("usage", problems, hint);

export const failure = (problems: string | string[], hint?: string): AppError => new AppError("failed", problems, hint);

export const EXIT_CODES: Record<ErrorKind, number> = { usage: 2, failed: 1, interrupted: 130 };
