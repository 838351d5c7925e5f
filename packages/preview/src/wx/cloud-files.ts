import {
  ApiError,
  listOf,
  type Options,
  optionalNumber,
  optionalText,
  recordOf,
  textOf,
} from './api';
import { arrived, baseOf, jsonFrom } from './cloud-wire';
import type { Device } from './device';
import type { ProgressTask } from './task';

const MOST_FILES = 50;

/** wx.cloud.uploadFile: one request, its progress told to the task. */
export async function upload(device: Device, task: ProgressTask, options: Options) {
  const path = textOf(options, 'cloudPath').replace(/^\//, '');
  const bytes = await device.files.read(textOf(options, 'filePath'));
  const flight = device.net.send({
    url: `${baseOf(device)}/client/storage/${path.split('/').map(encodeURIComponent).join('/')}`,
    method: 'PUT',
    headers: device.net.identity(),
    body: new Blob([bytes]),
    timeout: optionalNumber(recordOf(options['config']), 'timeout', 120_000),
    uploaded: (sent, total) => task.progress(sent, total, 'Sent', 'Send'),
  });
  task.onAbort(() => flight.abort());
  const answer = recordOf(await jsonFrom(flight));
  return { fileID: String(answer['fileID'] ?? ''), statusCode: 200 };
}

/** wx.cloud.downloadFile: to a temporary file. */
export async function download(device: Device, task: ProgressTask, options: Options) {
  const fileID = textOf(options, 'fileID');
  const flight = device.net.send({
    url: `${baseOf(device)}/client/storage?fileID=${encodeURIComponent(fileID)}`,
    method: 'GET',
    headers: device.net.identity(),
    downloaded: (received, total) => task.progress(received, total, 'Written', 'Write'),
  });
  task.onAbort(() => flight.abort());
  const answer = await arrived(flight);
  const type = answer.headers['content-type'];
  const blob = new Blob([answer.body], type === undefined ? {} : { type });
  return { tempFilePath: device.files.keepTemporary(blob, fileID), statusCode: answer.status };
}

function fileIdsIn(options: Options): readonly { fileID: string; maxAge: number }[] {
  const list = listOf(options, 'fileList').map((item) => ({
    fileID: typeof item === 'string' ? item : optionalText(recordOf(item), 'fileID'),
    maxAge: optionalNumber(recordOf(item), 'maxAge', 24 * 3600),
  }));
  if (list.length > MOST_FILES)
    throw new ApiError('Error: errCode: -501007 | errMsg: fileList max length 50', {
      errCode: -501007,
    });
  return list;
}

/** Each file has its own status, so that one missing file does not spoil the others. */
async function each<T>(ids: readonly T[], work: (id: T) => Promise<Record<string, unknown>>) {
  return Promise.all(
    ids.map(async (id) => {
      try {
        return { ...(await work(id)), status: 0, errMsg: 'ok' };
      } catch (error) {
        // Without a network there is no answer about any file.
        if (error instanceof ApiError && error.extra['errno'] === 600001) throw error;
        const reason = error instanceof ApiError ? error.reason : String(error);
        const status = error instanceof ApiError ? Number(error.extra['errCode'] ?? -1) : -1;
        return { ...recordOf(id), status, errMsg: reason };
      }
    }),
  );
}

/** wx.cloud.getTempFileURL. */
export async function tempUrls(device: Device, options: Options) {
  const fileList = await each(fileIdsIn(options), async ({ fileID, maxAge }) => {
    const url = `${baseOf(device)}/client/storage/url?fileID=${encodeURIComponent(fileID)}&maxAge=${maxAge}`;
    const headers = device.net.identity();
    return recordOf(await jsonFrom(device.net.send({ url, method: 'GET', headers })));
  });
  return { fileList };
}

/** wx.cloud.deleteFile. */
export async function deleteFiles(device: Device, options: Options) {
  const fileList = await each(fileIdsIn(options), async ({ fileID }) => {
    const url = `${baseOf(device)}/client/storage?fileID=${encodeURIComponent(fileID)}`;
    await jsonFrom(device.net.send({ url, method: 'DELETE', headers: device.net.identity() }));
    return { fileID };
  });
  return { fileList };
}
