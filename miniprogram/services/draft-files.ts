/** A photo's file, as it lies on the phone until the cloud has stored it. */
export interface KeptFile {
  /** A copy in the mini-program's own folder; the camera's file is swept by WeChat. */
  readonly path: string;
  /** Of the original as it lies on the phone, hex. */
  readonly sha256: string;
  readonly bytes: number;
}

const folderOf = (draftId: string): string => `${wx.env.USER_DATA_PATH}/drafts/${draftId}`;

const ensureFolder = (folder: string): void => {
  const files = wx.getFileSystemManager();
  try {
    files.accessSync(folder);
  } catch {
    files.mkdirSync(folder, true);
  }
};

const copy = (from: string, to: string): Promise<void> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().copyFile({
      srcPath: from,
      destPath: to,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

const measure = (path: string): Promise<Pick<KeptFile, 'bytes' | 'sha256'>> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({
      filePath: path,
      digestAlgorithm: 'sha256',
      success: ({ size, digest }) => resolve({ bytes: size, sha256: digest }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/**
 * Copies what the camera left into the draft's folder, under the photo's id, and measures it.
 * Rejects with WeChat's own words when the phone has no room for it.
 */
export const keepFile = async (
  draftId: string,
  photoId: string,
  tempPath: string,
): Promise<KeptFile> => {
  const folder = folderOf(draftId);
  const extension = /\.\w{1,5}$/.exec(tempPath)?.[0] ?? '.jpg';
  const path = `${folder}/${photoId}${extension}`;
  ensureFolder(folder);
  await copy(tempPath, path);
  return { path, ...(await measure(path)) };
};

/** Removes one photo's file. What is gone already is no failure. */
export const removeFile = (path: string): void => {
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
};

/** Removes a draft's folder with all that lies in it. */
export const removeFiles = (draftId: string): void => {
  wx.getFileSystemManager().rmdir({
    dirPath: folderOf(draftId),
    recursive: true,
    fail: () => undefined,
  });
};
