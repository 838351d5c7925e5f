import { CloudError } from '../errors';
import { isObject, type JsonObject, numberIn, textIn } from '../wire/json';
import { checkPath } from './paths';
import type { Storage } from './storage';

const BATCH_LIMIT = 50;
const DEFAULT_MAX_AGE_SECONDS = 24 * 3600;

/**
 * Answers the SDK's storage actions.
 * @throws CloudError INVALID_PARAM for what the platform refuses, and for actions it has that are
 *   not offered here
 */
export async function storageAction(
  storage: Storage,
  action: string,
  body: JsonObject,
): Promise<JsonObject> {
  switch (action) {
    case 'storage.getUploadMetadata':
      return { data: uploadMetadata(storage, body) };
    case 'storage.batchGetDownloadUrl':
      return { data: { download_list: downloadList(storage, body) } };
    case 'storage.batchDeleteFile':
      return { data: { delete_list: await deleteFiles(storage, body) } };
    case 'storage.batchCopyFile':
      return { data: { copy_list: await copyFiles(storage, body) } };
    default:
      throw new CloudError('INVALID_ACTION', `the local cloud does not offer "${action}"`);
  }
}

function uploadMetadata(storage: Storage, body: JsonObject): JsonObject {
  const path = checkPath(textIn(body, 'path') ?? '');
  const { url, authorization } = storage.uploadPermit(path);
  // The SDK puts cosFileId into a header: it must be plain ASCII whatever the path is.
  const cosFileId = Buffer.from(path).toString('base64');
  return { url, authorization, token: 'local', fileId: storage.fileIdOf(path), cosFileId };
}

function listIn(body: JsonObject, field: string): unknown[] {
  const list: unknown = body[field];
  if (!Array.isArray(list) || list.length === 0) {
    throw new CloudError('INVALID_PARAM', `${field} must be a list that is not empty`);
  }
  if (list.length > BATCH_LIMIT) {
    throw new CloudError('INVALID_PARAM', `${field} must not name more than ${BATCH_LIMIT} files`);
  }
  return list;
}

function downloadList(storage: Storage, body: JsonObject): JsonObject[] {
  return listIn(body, 'file_list').map((item) => {
    const fileID = isObject(item) ? (textIn(item, 'fileid') ?? '') : '';
    const maxAge = (isObject(item) ? numberIn(item, 'max_age') : undefined) ?? 0;
    const path = storage.pathOf(fileID);
    if (path === undefined) return missing(fileID, 'STORAGE_FILE_NONEXIST');
    if (storage.file(path) === undefined) return missing(fileID, 'STORAGE_FILE_NONEXIST');
    const seconds = maxAge > 0 ? maxAge : DEFAULT_MAX_AGE_SECONDS;
    return {
      fileID,
      fileid: fileID,
      code: 'SUCCESS',
      maxAge: seconds,
      tempFileURL: storage.temporaryUrl(path, seconds),
    };
  });
}

function missing(fileID: string, code: string): JsonObject {
  return { fileID, fileid: fileID, code, tempFileURL: '' };
}

async function deleteFiles(storage: Storage, body: JsonObject): Promise<JsonObject[]> {
  const answers: JsonObject[] = [];
  for (const item of listIn(body, 'fileid_list')) {
    const fileID = typeof item === 'string' ? item : '';
    const path = storage.pathOf(fileID);
    const removed = path !== undefined && (await storage.remove(path));
    answers.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
  }
  return answers;
}

async function copyFiles(storage: Storage, body: JsonObject): Promise<JsonObject[]> {
  const answers: JsonObject[] = [];
  for (const item of listIn(body, 'file_list')) {
    if (!isObject(item)) throw new CloudError('INVALID_PARAM', 'file_list must hold objects');
    const from = checkPath(textIn(item, 'src_path') ?? '');
    const to = checkPath(textIn(item, 'dst_path') ?? '');
    const source = storage.file(from);
    if (source === undefined) {
      answers.push({ code: 'STORAGE_FILE_NONEXIST', message: `no file ${from}` });
    } else if (item['overwrite'] === false && storage.file(to) !== undefined) {
      answers.push({ code: 'STORAGE_FILE_EXIST', message: `${to} exists already` });
    } else {
      await storage.write(to, storage.read(source), source.creator);
      if (item['remove_original'] === true) await storage.remove(from);
      answers.push({ code: 'SUCCESS', fileId: storage.fileIdOf(to) });
    }
  }
  return answers;
}
