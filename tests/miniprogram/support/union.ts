import { answered, type FakePhone, refused } from './phone';

/** A union that takes reports as the contracts say, each request id once. */
export class FakeUnion {
  readonly cases = new Map<string, Record<string, unknown>>();
  readonly stored: string[] = [];
  /** Answers lost on the way back, by method. */
  readonly lost = new Map<string, number>();
  /** A refusal by method. */
  readonly refusals = new Map<string, string>();

  serve(phone: FakePhone): this {
    phone.cloud = ({ method, input, requestId }) => {
      const refusal = this.refusals.get(method);
      if (refusal !== undefined) return refused(refusal);
      const output = this.answer(method, input, requestId);
      const lost = this.lost.get(method) ?? 0;
      if (lost > 0) {
        this.lost.set(method, lost - 1);
        throw new Error('answer lost');
      }
      return answered(output);
    };
    return this;
  }

  private answer(method: string, input: Record<string, unknown>, requestId: string): unknown {
    switch (method) {
      case 'hazard.slots': {
        const photos = input['photos'] as { id: string }[];
        return { slots: photos.map(({ id }) => ({ id, path: `incoming/${id}` })) };
      }
      case 'hazard.photo':
        this.stored.push(String(input['id']));
        return { id: input['id'], stored: true };
      case 'hazard.report': {
        const known = this.cases.get(requestId);
        if (known === undefined) this.cases.set(requestId, input);
        return receipt(requestId, input['photos'] as string[]);
      }
      case 'member.remindMe':
        return { willRemind: true };
      default:
        return {};
    }
  }
}

const receipt = (requestId: string, photos: readonly string[]) => ({
  id: `case-${requestId}`,
  version: 1,
  number: '2026-7QHK2M',
  title: '机械防护 · 冲压车间',
  reportedAt: Date.UTC(2026, 4, 25, 2, 24),
  photosStored: 0,
  photosTotal: photos.length,
  due: [
    { clock: 'acknowledge', at: Date.UTC(2026, 4, 26, 16) },
    { clock: 'verify', at: Date.UTC(2026, 4, 28, 16) },
  ],
});
