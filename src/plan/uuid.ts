/**
 * The UUID of a name: version 5 (RFC 9562, section 5.5), over SHA-1 (FIPS 180-4). A plan needs one for each step, and the
 * usual library takes longer for these than scheduling does.
 * @param namespace a UUID
 */
export function uuid(name: string, namespace: string): string {
  const bytes = [...hexBytes(namespace), ...new TextEncoder().encode(name)];
  const hash = sha1(bytes).slice(0, 16);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export const isUuid = (text: unknown): boolean =>
  typeof text === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function hexBytes(id: string): number[] {
  const pairs = id.replaceAll("-", "").match(/[0-9a-f]{2}/gi);
  if (pairs?.length !== 16) throw new Error(`no UUID: ${id}`);
  return pairs.map((pair) => Number.parseInt(pair, 16));
}

const schedule = new Int32Array(80);
const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function sha1(message: readonly number[]): number[] {
  const bits = message.length * 8;
  const padded = [...message, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) padded.push(shift > 24 ? 0 : (bits >>> shift) & 0xff);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < padded.length; at += 64) mixBlock(state, padded, at);
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff]);
}

function mixBlock(state: number[], bytes: readonly number[], at: number): void {
  const byte = (i: number): number => bytes[at + i] as number;
  for (let i = 0; i < 16; i++) {
    schedule[i] = (byte(4 * i) << 24) | (byte(4 * i + 1) << 16) | (byte(4 * i + 2) << 8) | byte(4 * i + 3);
  }
  const word = (i: number): number => schedule[i] as number;
  for (let i = 16; i < 80; i++) schedule[i] = rotate(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  let [a, b, c, d, e] = state as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const mixed = (rotate(a, 5) + choose(i, b, c, d) + e + word(i)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = mixed;
  }
  [a, b, c, d, e].forEach((value, i) => {
    state[i] = ((state[i] as number) + value) | 0;
  });
}

/** The function of a round, and its constant. */
function choose(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
