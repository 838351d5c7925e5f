import { type MethodContract, type Result, refuse } from '@anshao/core';
import * as v from 'valibot';

/** What a handler is told about the call besides its input. */
export interface Call {
  /** Epoch ms, one moment for the whole call. */
  readonly now: number;
  readonly requestId: string;
  /** The version the phone decided on. */
  readonly seen: number | undefined;
}

/** A call by a person, known by WeChat's identity alone. */
export interface PersonCall extends Call {
  readonly openid: string;
}

/** A method of a function: its contract and what it does with what was sent. */
export interface Method {
  readonly contract: MethodContract;
  /** Parses, works, and shapes the output: nothing leaves that the contract does not declare. */
  run(input: unknown, call: PersonCall): Promise<Result<unknown>>;
}

type Schema = v.GenericSchema<unknown, unknown>;

/**
 * A method that a person calls, for what is not an act on a case (act.ts).
 * @throws Error when the contract belongs to functions or the timer
 */
export const method = <M extends string, I extends Schema, O extends Schema>(
  contract: MethodContract<M, I, O>,
  handler: (input: v.InferOutput<I>, call: PersonCall) => Promise<Result<v.InferInput<O>>>,
): Method => {
  if (contract.who === 'functions' || contract.who === 'timer') {
    throw new Error(`${contract.method} is not for people`);
  }
  return { contract, run: (input, call) => answer(contract, input, (sent) => handler(sent, call)) };
};

/** A method for our own functions or the timer: nobody is known in it. */
export const internal = <M extends string, I extends Schema, O extends Schema>(
  contract: MethodContract<M, I, O>,
  handler: (input: v.InferOutput<I>, call: Call) => Promise<Result<v.InferInput<O>>>,
): Method => {
  if (contract.who !== 'functions' && contract.who !== 'timer') {
    throw new Error(`${contract.method} is not internal`);
  }
  return {
    contract,
    run: (input, { now, requestId, seen }) =>
      answer(contract, input, (sent) => handler(sent, { now, requestId, seen })),
  };
};

const answer = async <M extends string, I extends Schema, O extends Schema>(
  contract: MethodContract<M, I, O>,
  input: unknown,
  handler: (input: v.InferOutput<I>) => Promise<Result<v.InferInput<O>>>,
): Promise<Result<unknown>> => {
  const parsed = v.safeParse(contract.input, input);
  if (!parsed.success) return refuse('BAD_INPUT', fieldsOf(parsed.issues));
  const result = await handler(parsed.output);
  if (!result.ok) return result;
  const shaped = v.safeParse(contract.output, result.value);
  if (shaped.success) return { ok: true, value: shaped.output };
  // The schema's own message would quote the value, which may be somebody's words.
  const where = Object.keys(fieldsOf(shaped.issues)).join(', ');
  throw new Error(`the output of ${contract.method} does not fit its contract: ${where}`);
};

const HINT = '请看看这一项';

/** The inputs that did not parse, each with a hint. What was sent is not repeated. */
export const fieldsOf = (
  issues: ReadonlyArray<v.BaseIssue<unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? 'input', HINT]));
