import { type ChildProcess, spawn } from 'node:child_process';

/** Whether idle instances can be stopped and continued here. */
export const canFreeze = process.platform !== 'win32';

// Reads `+pid` and `-pid` lines; when the other end is gone, ends what is left. A frozen process
// cannot notice by itself that its platform was killed.
const SCRIPT = `
trap '' INT TERM HUP
alive=' '
while read -r line; do
  pid="\${line#?}"
  case "$line" in
    +*) alive="$alive$pid " ;;
    -*) alive="\${alive%%" $pid "*} \${alive#*" $pid "}" ;;
  esac
done
for pid in $alive; do kill -9 "$pid" 2>/dev/null; done
`;

/** Ends every instance when the platform's process dies in a way that runs no code of its own. */
export class Watchdog {
  private readonly shell: ChildProcess | undefined;

  constructor() {
    if (!canFreeze) return;
    this.shell = spawn('/bin/sh', ['-c', SCRIPT], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.shell.on('error', () => undefined);
    this.shell.stdin?.on('error', () => undefined);
    this.shell.unref();
  }

  started(pid: number): void {
    this.shell?.stdin?.write(`+${pid}\n`);
  }

  ended(pid: number): void {
    this.shell?.stdin?.write(`-${pid}\n`);
  }

  /** Lets the watchdog go; call it after the last instance has ended. */
  close(): void {
    this.shell?.stdin?.end();
  }
}
