/** A refusal as the platform answers it: HTTP 200 with `{ code, message, requestId }`. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  /**
   * @param code the platform's error code, such as DATABASE_REQUEST_FAILED
   * @param message what the SDK shows to its caller
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
