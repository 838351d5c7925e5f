import { encodeBase32, receiptCode } from '../vendor/core';

/** Random bytes from the phone's own generator. Throws where the platform has none. */
const randomBytes = (length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    wx.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** The id of a request or a draft: 24 characters, 120 bits. */
export const newRequestId = async (): Promise<string> => encodeBase32(await randomBytes(15), 24);

/** The id of a photo within its draft: 12 characters. */
export const newPhotoId = async (): Promise<string> => encodeBase32(await randomBytes(8), 12);

/** A 查询码, known to this phone alone; the cloud gets its SHA-256. */
export const newReceiptCode = async (): Promise<string> => receiptCode(await randomBytes(13));
