import type { Fault } from './faults';

/** Breaks the connection instead of answering. */
export class ConnectionLost extends Error {
  /** @param how `reset` before the work, `drop` after it */
  constructor(readonly how: 'reset' | 'drop') {
    super(how);
  }
}

/**
 * Does some work with what tests want to go wrong before, after or instead of it.
 * @param kill ends the process that asked, if a function asked
 * @param work gets the code that it shall answer, if a test wants one; it answers its own errors
 * @throws ConnectionLost when no answer shall reach the caller
 */
export async function withFaults<Reply>(
  struck: readonly Fault[],
  kill: () => void,
  work: (told: string | number | undefined) => Promise<Reply>,
): Promise<Reply> {
  let told: string | number | undefined;
  for (const fault of struck) {
    if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault.kind === 'killBefore') kill();
    if (fault.kind === 'reset' || fault.kind === 'killBefore') throw new ConnectionLost('reset');
    if (fault.kind === 'error') told = fault.code;
  }
  const reply = await work(told);
  for (const fault of struck) {
    if (fault.kind === 'killAfter') kill();
    if (fault.kind === 'drop' || fault.kind === 'killAfter') throw new ConnectionLost('drop');
  }
  return reply;
}
