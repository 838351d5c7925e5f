/** MD5, which browsers no longer offer: WeChat's default for wx.getFileInfo. */
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, at) =>
  Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32),
);

/** The digest in hexadecimal. */
export function md5(bytes: Uint8Array): string {
  const blocks = (bytes.length + 8) >> 6;
  const padded = new Uint8Array((blocks + 1) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (bytes.length * 8) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true);
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) state = round(state, view, at);
  const out = new DataView(new ArrayBuffer(16));
  for (const [at, word] of state.entries()) out.setUint32(at * 4, word, true);
  return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

function round(
  state: readonly [number, number, number, number],
  view: DataView,
  offset: number,
): [number, number, number, number] {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step += 1) {
    const [mixed, word] = mix(step, b, c, d);
    const sum = a + mixed + (SINES[step] ?? 0) + view.getUint32(offset + word * 4, true);
    const shift = SHIFTS[(step >> 4) * 4 + (step % 4)] ?? 0;
    const turned = (sum << shift) | ((sum | 0) >>> (32 - shift));
    [a, b, c, d] = [d, (b + turned) | 0, b, c];
  }
  return [(state[0] + a) >>> 0, (state[1] + b) >>> 0, (state[2] + c) >>> 0, (state[3] + d) >>> 0];
}

/** The mixing function of a step and the word it takes. */
function mix(step: number, b: number, c: number, d: number): [mixed: number, word: number] {
  if (step < 16) return [(b & c) | (~b & d), step];
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16];
  if (step < 48) return [b ^ c ^ d, (3 * step + 5) % 16];
  return [c ^ (b | ~d), (7 * step) % 16];
}
