import type { Input, Method, Output } from '../../../miniprogram/services/cloud';
import { answered, type FakePhone, refused } from './phone';

interface Refusal {
  readonly refusal: string;
}

/** An answer that refuses, by its code. */
export const no = (refusal: string): Refusal => ({ refusal });

/** Never comes: what a slow network looks like. */
export const never = (): Promise<never> => new Promise(() => undefined);

type Answers = {
  [M in Method]?: (input: Input<M>) => Output<M> | Refusal | Promise<Output<M> | Refusal>;
};

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refusal' in answer;

/**
 * A cloud that answers by method. What a test does not name is a network that broke, named in the
 * console; `change` replaces answers later, as the record moves on.
 */
export const serve = (phone: FakePhone, answers: Answers) => {
  let now: Answers = answers;
  phone.cloud = async ({ method, input }) => {
    const answer = now[method as Method] as ((input: unknown) => unknown) | undefined;
    if (answer === undefined) throw new Error(`the test answers no ${method}`);
    const output = await answer(input);
    return isRefusal(output) ? refused(output.refusal) : answered(output);
  };
  return {
    change: (more: Answers): void => {
      now = { ...now, ...more };
    },
  };
};

/** What went to the cloud for a method: its input, with the version it was decided on. */
export const sentTo = (phone: FakePhone, method: Method) =>
  phone.sent
    .filter((sent) => sent.method === method)
    .map(({ input, seen }) => (seen === undefined ? input : { ...input, seen }));
