import { randomUUID } from 'node:crypto';
import { type JsonObject, numberIn, textIn } from '../wire/json';
import { refusal, success, type WechatAnswer } from './answer';
import { isOpenid } from './subscribe-message';

/** What a content check finds. */
type Verdict = 'pass' | 'review' | 'risky';

/** Whether a fault's code is a verdict of the content check and not an error. */
export function isVerdict(value: unknown): value is Verdict {
  return value === 'pass' || value === 'review' || value === 'risky';
}

const TWO_HOURS_MS = 2 * 3600 * 1000;
const LABEL_PASS = 100;
const LABEL_OTHER = 21000;

function resultOf(verdict: Verdict): JsonObject {
  return { suggest: verdict, label: verdict === 'pass' ? LABEL_PASS : LABEL_OTHER };
}

/** What both checks ask of their arguments; undefined when all is well. */
function refuseCommon(
  args: JsonObject,
  now: number,
  seenAt: (openid: string) => number | undefined,
): WechatAnswer | undefined {
  if (args['version'] !== 2) return refusal(40097, 'version must be 2');
  const openid = args['openid'];
  if (!isOpenid(openid)) return refusal(40003);
  const scene = numberIn(args, 'scene');
  if (scene === undefined || ![1, 2, 3, 4].includes(scene)) return refusal(40129);
  const seen = seenAt(openid);
  if (seen === undefined || now - seen > TWO_HOURS_MS) return refusal(61010);
  return undefined;
}

/** `security.msgSecCheck`, version 2. */
export function checkMessage(
  args: JsonObject,
  now: number,
  seenAt: (openid: string) => number | undefined,
  verdict: Verdict,
): WechatAnswer {
  const content = args['content'];
  if (typeof content !== 'string' || content === '') return refusal(47001, 'content is empty');
  if ([...content].length > 2500) return refusal(45002);
  const refused = refuseCommon(args, now, seenAt);
  if (refused !== undefined) return refused;
  const result = resultOf(verdict);
  return success({
    result,
    detail: [{ strategy: 'content_model', errcode: 0, prob: 90, ...result }],
    trace_id: randomUUID(),
  });
}

/** A media check that was taken, and the message that WeChat pushes when it is done. */
interface MediaCheck {
  readonly answer: WechatAnswer;
  readonly openid: string;
  readonly event: JsonObject | undefined;
}

/**
 * `security.mediaCheckAsync`, version 2: answers at once, the result comes as a pushed message.
 * @param isOwnUrl whether an address is a storage URL of this cloud; such ones stand for https
 */
export function checkMedia(
  args: JsonObject,
  now: number,
  seenAt: (openid: string) => number | undefined,
  isOwnUrl: (url: string) => boolean,
  verdict: Verdict,
): MediaCheck {
  const refused = (answer: WechatAnswer): MediaCheck => ({ answer, openid: '', event: undefined });
  const url = textIn(args, 'media_url') ?? '';
  if (!url.startsWith('https://') && !isOwnUrl(url)) return refused(refusal(87015));
  const type = args['media_type'];
  if (type !== 1 && type !== 2) return refused(refusal(40004));
  const common = refuseCommon(args, now, seenAt);
  if (common !== undefined) return refused(common);
  const trace = randomUUID();
  const result = resultOf(verdict);
  return {
    answer: success({ trace_id: trace }),
    openid: textIn(args, 'openid') ?? '',
    event: {
      MsgType: 'event',
      Event: 'wxa_media_check',
      version: 2,
      trace_id: trace,
      errcode: 0,
      errmsg: 'ok',
      result,
      detail: [{ strategy: 'content_model', errcode: 0, prob: 90, ...result }],
    },
  };
}
