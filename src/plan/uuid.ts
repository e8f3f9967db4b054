/**
 * The UUID of a name: version 5 (RFC 9562, section 5.5), over SHA-1 (FIPS 180-4). A plan needs one for each step, and to
 * load a library for these takes longer than the whole plan.
 * @param namespace a UUID
 */
export function uuid(name: string, namespace: string): string {
  const [a, b, c, d] = sha1(wordsOf(namespace, name));
  const [middle, low] = [halves(b), halves(c)];
  const version = hex((middle[1] & 0x0fff) | 0x5000, 4);
  const variant = hex((low[0] & 0x3fff) | 0x8000, 4);
  return `${hex(a, 8)}-${hex(middle[0], 4)}-${version}-${variant}-${hex(low[1], 4)}${hex(d, 8)}`;
}

export const isUuid = (text: unknown): boolean =>
  typeof text === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const hex = (word: number, digits: number): string => (word >>> 0).toString(16).padStart(digits, "0");
const halves = (word: number): [number, number] => [word >>> 16, word & 0xffff];

/** The message as SHA-1 takes it, in words of 32 bits: the namespace, the name, a bit, zeros, the length in bits. */
function wordsOf(namespace: string, name: string): Int32Array {
  if (!isUuid(namespace)) throw new Error(`no UUID: ${namespace}`);
  const digits = namespace.replaceAll("-", "");
  const bytes = new TextEncoder().encode(name);
  const length = digits.length / 2 + bytes.length;
  const words = new Int32Array((((length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < 4; i++) words[i] = Number.parseInt(digits.slice(8 * i, 8 * i + 8), 16);
  const put = (byte: number, at: number): void => {
    words[4 + (at >> 2)] = (words[4 + (at >> 2)] as number) | (byte << (24 - 8 * (at & 3)));
  };
  bytes.forEach(put);
  put(0x80, bytes.length);
  words[words.length - 1] = length * 8;
  return words;
}

type State = [a: number, b: number, c: number, d: number, e: number];

function sha1(words: Int32Array): State {
  const state: State = [0x67452301, -0x10325477, -0x67452302, 0x10325476, -0x3c2d1e10];
  for (let block = 0; block < words.length; block += 16) mix(state, words.subarray(block, block + 16));
  return state;
}

const schedule = new Int32Array(80);

/**
 * A block of 16 words. Without calls, and in four loops: a single one that chooses in each round is so much more work that
 * newer Nodes optimize it in the middle of a run, which costs more than it saves.
 */
function mix(state: State, words: Int32Array): void {
  const w = schedule;
  w.set(words);
  for (let i = 16; i < 80; i++) {
    const word = (w[i - 3] as number) ^ (w[i - 8] as number) ^ (w[i - 14] as number) ^ (w[i - 16] as number);
    w[i] = (word << 1) | (word >>> 31);
  }
  let [a, b, c, d, e] = state;
  let next = 0;
  for (let i = 0; i < 20; i++) {
    next = (((a << 5) | (a >>> 27)) + ((b & c) | (~b & d)) + e + (w[i] as number) + 0x5a827999) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let i = 20; i < 40; i++) {
    next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (w[i] as number) + 0x6ed9eba1) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let i = 40; i < 60; i++) {
    next = (((a << 5) | (a >>> 27)) + ((b & c) | (b & d) | (c & d)) + e + (w[i] as number) - 0x70e44324) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let i = 60; i < 80; i++) {
    next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (w[i] as number) - 0x359d3e2a) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, i) => {
    state[i] = ((state[i] as number) + word) | 0;
  });
}
