/** Does nothing for a while, so that the other end of a pipe can do something. */
export const nap = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
