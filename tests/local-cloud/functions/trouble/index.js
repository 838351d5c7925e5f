const fs = require('node:fs');

let waits = 0;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const does = {
  hang: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('a sad end');
  },
  reject: async () => {
    Promise.reject(new Error('nobody listens'));
    await sleep(500);
    return 'never seen';
  },
  memory: () => {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill({}).map(() => ({})));
  },
  big: ({ megabytes }) => 'x'.repeat(megabytes * 1024 * 1024),
  size: ({ text }) => text.length,
  nothing: () => undefined,
  // Two at a time in one process would see each other here.
  alone: async () => {
    waits += 1;
    const seen = waits;
    await sleep(100);
    waits -= 1;
    return { seen, pid: process.pid };
  },
  // Goes on after the answer, unless the platform freezes the process.
  later: ({ file }) => {
    setTimeout(() => fs.writeFileSync(file, 'still running'), 100);
    return process.pid;
  },
  pid: () => process.pid,
};

exports.main = async (event) => does[event.op](event);
