import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PlatformStore } from '../platform/store';

/** Signs what a URL allows and until when. The key lives as long as the data folder. */
export class Signer {
  private readonly key: string;

  constructor(store: PlatformStore) {
    const known = store.fact('storage.key');
    this.key = known ?? randomBytes(32).toString('hex');
    if (known === undefined) store.setFact('storage.key', this.key);
  }

  /**
   * @param purpose what is allowed, for example `get`
   * @param path the file
   * @param until milliseconds by the platform's clock
   */
  sign(purpose: string, path: string, until: number): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${until}\n${path}`).digest('hex');
  }

  /** Whether a signature allows this now. */
  allows(purpose: string, path: string, until: number, signature: string, now: number): boolean {
    if (!Number.isFinite(until) || until < now) return false;
    const expected = Buffer.from(this.sign(purpose, path, until));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
