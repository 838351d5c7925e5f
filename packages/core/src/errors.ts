/**
 * The one catalogue of expected failures. `text` is what a person reads: what happened, whether
 * anything is lost, what to do now. A code is never shown as a sentence, a sentence never compared.
 */
interface ErrorEntry {
  readonly text: string;
  /** The phone may send the same request again by itself. */
  readonly retry: boolean;
}

const entry = (text: string, retry = false): ErrorEntry => ({ text, retry });

export const ERRORS = {
  BAD_INPUT: entry('有一处没填对，没有提交。看看标出来的地方。'),
  NO_IDENTITY: entry('没有认出您的微信身份，什么都没有丢。请从微信里重新打开。'),
  /** A missing thing and a forbidden thing look the same. */
  NOT_FOUND: entry('这条看不到。可能已撤下，或您没有权限。'),
  NOT_YOURS: entry('这一步不归您办，没有改动任何东西。'),
  /** Somebody acted first, or the state has moved on. */
  NOT_NOW: entry('这条已经有人办过这一步了，请看最新的进展。'),
  STALE: entry('您看到的不是最新的。刷新后再办，没有改动任何东西。'),
  OWN_REPORT: entry('这是您自己报的，要由别人来办。'),
  UNDO_LATE: entry('过了 10 秒，或有人接着办了，不能再撤回。'),
  PLACE_UNKNOWN: entry('这个码认不出来。请看看是不是换过新的码，或告诉工会。'),
  PLACE_CLOSED: entry('这个地点的码已经停用。请扫旁边的新码，或告诉工会。'),
  PHOTO_MISSING: entry('照片还没有传上来，点这里重传。', true),
  PHOTO_CHANGED: entry('照片没有传完整，点这里重传。', true),
  PHOTO_TYPE: entry('这种照片打不开。请用 JPEG、PNG 或 WebP。'),
  PHOTO_HEIC: entry('苹果的高效格式打不开。请到 设置－相机－格式 选“兼容性最佳”，再拍一张。'),
  PHOTO_TOO_BIG: entry('这张照片超过 10 MB，请换一张小一点的。'),
  PHOTO_LIMIT: entry('最多 9 张照片。'),
  INVITE_INVALID: entry('这个邀请用不了：可能过期、用过，或抄错了。请找邀请您的人再要一个。'),
  ROLE_CONFLICT: entry('同一个单位里，工会的岗位和企业负责人不能是同一个人。'),
  ALREADY_FOUNDED: entry('市总工会已经建好了，请向市总工会要邀请。'),
  TOO_MANY: entry('今天次数太多了，请明天再来。有危险请直接打电话。'),
  BUSY: entry('现在人多，没有办成，也没有丢。过几秒再点一次。', true),
  NETWORK: entry('网络不通，什么都没有丢。有网后再点一次。', true),
  INTERNAL: entry('没有办成，数据没丢。过几秒再点一次。', true),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERRORS, code);

/** The sentence for a person, by code. */
export const errorText = (code: ErrorCode): string => ERRORS[code].text;
