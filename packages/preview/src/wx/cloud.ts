import {
  ApiError,
  asynchronous,
  listOf,
  type Options,
  optionalNumber,
  optionalText,
  recordOf,
  textOf,
} from './api';
import type { Device } from './device';
import { type Answer, type Flight, NoAnswer } from './net';
import { ProgressTask } from './task';

/** What the platform takes at most in one call, bytes of JSON. */
const PAYLOAD = 6 * 1024 * 1024;
const MOST_FILES = 50;

/** wx.cloud: the local cloud as a phone sees it. */
export function cloudApi(
  device: Device,
  failed: (error: unknown) => void,
): Record<string, unknown> {
  let started = false;
  const call = (name: string, work: (options: Options) => Promise<Record<string, unknown>>) =>
    [
      name,
      asynchronous(
        `cloud.${name}`,
        async (options) => {
          if (!started)
            throw new ApiError("Cloud API isn't enabled, please call wx.cloud.init first", {
              errCode: -1,
            });
          return work(options);
        },
        failed,
      ),
    ] as const;
  const cloud: Record<string, unknown> = {
    init() {
      started = true;
    },
    uploadFile: (options: unknown) =>
      new ProgressTask('cloud.uploadFile', recordOf(options), failed, (task, given) =>
        upload(device, task, given),
      ).facade(),
    downloadFile: (options: unknown) =>
      new ProgressTask('cloud.downloadFile', recordOf(options), failed, (task, given) =>
        download(device, task, given),
      ).facade(),
    ...Object.fromEntries([
      call('callFunction', (options) => callFunction(device, options)),
      call('getTempFileURL', (options) => tempUrls(device, options)),
      call('deleteFile', (options) => deleteFiles(device, options)),
    ]),
    DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
  };
  return new Proxy(cloud, {
    get(target, name) {
      if (name in target || typeof name !== 'string' || name === 'then')
        return Reflect.get(target, name);
      return lacking(device, name);
    },
  });
}

function lacking({ host }: Device, name: string) {
  return () => {
    const text = `wx.cloud.${name} 在预览中没有实现。`;
    host.notice({ kind: 'api', name: `wx.cloud.${name}`, text });
    throw new Error(`cloud.${name}:fail preview does not support this API`);
  };
}

function baseOf({ net }: Device): string {
  if (net.cloud !== undefined) return net.cloud;
  throw new ApiError('preview is not connected to a cloud (start it with --cloud URL)', {
    errCode: -1,
  });
}

/** The answer's JSON; errors of the cloud and of the network in WeChat's shape. */
async function jsonFrom(flight: Flight): Promise<unknown> {
  const text = new TextDecoder().decode((await arrived(flight)).body);
  return text === '' ? undefined : JSON.parse(text);
}

async function arrived(flight: Flight): Promise<Answer> {
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

async function callFunction(device: Device, options: Options) {
  const body = JSON.stringify(options['data'] ?? {});
  if (new TextEncoder().encode(body).length > PAYLOAD) {
    throw new ApiError('Error: errCode: -501007 | errMsg: data exceed max size', {
      errCode: -501007,
    });
  }
  const result = await jsonFrom(
    device.net.send({
      url: `${baseOf(device)}/client/functions/${encodeURIComponent(textOf(options, 'name'))}`,
      method: 'POST',
      headers: { ...device.net.identity(), 'content-type': 'application/json' },
      body,
      timeout: optionalNumber(recordOf(options['config']), 'timeout', 60_000),
    }),
  );
  device.phone.acted();
  return { result, requestID: crypto.randomUUID() };
}

async function upload(device: Device, task: ProgressTask, options: Options) {
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

async function download(device: Device, task: ProgressTask, options: Options) {
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

async function tempUrls(device: Device, options: Options) {
  const fileList = await each(fileIdsIn(options), async ({ fileID, maxAge }) => {
    const url = `${baseOf(device)}/client/storage/url?fileID=${encodeURIComponent(fileID)}&maxAge=${maxAge}`;
    const headers = device.net.identity();
    return recordOf(await jsonFrom(device.net.send({ url, method: 'GET', headers })));
  });
  return { fileList };
}

async function deleteFiles(device: Device, options: Options) {
  const fileList = await each(fileIdsIn(options), async ({ fileID }) => {
    const url = `${baseOf(device)}/client/storage?fileID=${encodeURIComponent(fileID)}`;
    await jsonFrom(device.net.send({ url, method: 'DELETE', headers: device.net.identity() }));
    return { fileID };
  });
  return { fileList };
}
