/** The signals that end a program, and what they answer to the shell. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Calls `leave` when such a signal comes, instead of ending at once. @returns what makes them end it again */
export function onSignals(leave: (code: number) => void): () => void {
  const exits = Object.entries(EXIT_CODES).map(([signal, code]) => [signal, () => leave(code)] as const);
  // Not once: a library of the prompts ends the program when it is the last to listen.
  for (const [signal, exit] of exits) process.on(signal, exit);
  return () => {
    for (const [signal, exit] of exits) process.off(signal, exit);
  };
}
