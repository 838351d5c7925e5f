import { ApiError, recordOf } from './api';
import type { Device } from './device';
import { type Answer, type Flight, NoAnswer } from './net';

/** Where the cloud is. @throws ApiError when the preview has none */
export function baseOf({ net }: Device): string {
  if (net.cloud !== undefined) return net.cloud;
  throw new ApiError('preview is not connected to a cloud (start it with --cloud URL)', {
    errCode: -1,
  });
}

/** The answer's JSON; errors of the cloud and of the network in WeChat's shape. */
export async function jsonFrom(flight: Flight): Promise<unknown> {
  const text = new TextDecoder().decode((await arrived(flight)).body);
  return text === '' ? undefined : JSON.parse(text);
}

/** The answer of a request that succeeded. @throws ApiError with errCode and errMsg */
export async function arrived(flight: Flight): Promise<Answer> {
  let answer: Answer;
  try {
    answer = await flight.answer;
  } catch (error) {
    const reason = error instanceof NoAnswer ? error.message : String(error);
    throw new ApiError(`request:fail ${reason}`, { errCode: -1, errno: 600001 });
  }
  if (answer.status < 400) return answer;
  const problem = errorIn(answer);
  const errCode = problem['errCode'];
  const message = String(problem['errMsg'] ?? `status ${answer.status}`);
  throw new ApiError(`Error: ${message}`, { errCode: typeof errCode === 'number' ? errCode : -1 });
}

function errorIn({ body }: Answer): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    return {};
  }
}
