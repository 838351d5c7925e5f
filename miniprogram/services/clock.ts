/** How far the server's clock is ahead of the phone's, in milliseconds. */
let offset = 0;

/** Notes the server's time that came with an answer (epoch ms). */
export const noteServerTime = (now: number): void => {
  offset = now - Date.now();
};

/** The server's time, epoch ms, by the last answer. Phones' own clocks can be days off. */
export const serverNow = (): number => Date.now() + offset;
