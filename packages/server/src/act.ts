import { type MethodContract, ok, type Result, refuse } from '@anshao/core';
import { type Act, type Case, decide } from '@anshao/core/hazard';
import type * as v from 'valibot';
import { changeCase } from './case-store';
import { drain } from './effects/drain';
import { type Method, method, type PersonCall } from './method';
import { memberOf, type Viewer, viewerOf } from './viewer';
import { worldWith } from './world';

type Schema = v.GenericSchema<unknown, unknown>;
type CaseInput = v.GenericSchema<unknown, { readonly id: string }>;

interface How<I extends CaseInput, O extends Schema> {
  /** The act that the input asks for, or what is wrong with it. */
  readonly act: (input: v.InferOutput<I>) => Result<Act>;
  /** What the person gets to see of the case as it then stands. */
  readonly answer: (kase: Case, viewer: Viewer, call: PersonCall) => v.InferInput<O>;
}

/**
 * A method that is one act on one case: membership, case, one conditional write, then its effects.
 * A replay is answered from the case and writes nothing.
 */
export const actOnCase = <M extends string, I extends CaseInput, O extends Schema>(
  contract: MethodContract<M, I, O>,
  { act, answer }: How<I, O>,
): Method =>
  method(contract, async (input, call): Promise<Result<v.InferInput<O>>> => {
    if (call.seen === undefined) return refuse('BAD_INPUT', { seen: '没有说明看到的是哪一版' });
    const member = contract.who === 'member' ? await memberOf(call.openid) : undefined;
    const known = await worldWith(...(member?.posts ?? []).map(({ unit }) => unit));
    const viewer = viewerOf(call.openid, member, known.unitById);
    const wanted = act(input);
    if (!wanted.ok) return wanted;
    const done = await changeCase({
      id: input.id,
      request: call.requestId,
      seen: call.seen,
      sees: viewer.sees,
      decide: (kase) =>
        decide(
          kase,
          wanted.value,
          { parties: viewer.partiesIn(kase), own: viewer.owns(kase), by: viewer.by },
          call.requestId,
          known.envFor(kase.rules, call.now),
        ),
    });
    if (!done.ok) return done;
    const { kase, change } = done.value;
    if (change !== undefined) await drain(kase, change.effects);
    return ok(answer(kase, viewer, call));
  });
