import { ApiError, asynchronous, type Options, optionalNumber, recordOf, textOf } from './api';
import { deleteFiles, download, tempUrls, upload } from './cloud-files';
import { baseOf, jsonFrom } from './cloud-wire';
import type { Device } from './device';
import { ProgressTask } from './task';

/** What the platform takes at most in one call, bytes of JSON. */
const PAYLOAD = 6 * 1024 * 1024;

/** wx.cloud: the local cloud as a phone sees it. */
export function cloudApi(
  device: Device,
  failed: (error: unknown) => void,
): Record<string, unknown> {
  let started = false;
  const needStart = () => {
    if (started) return;
    const reason = "Cloud API isn't enabled, please call wx.cloud.init first";
    throw new ApiError(reason, { errCode: -1 });
  };
  const call = (name: string, work: (options: Options) => Promise<Record<string, unknown>>) => {
    const checked = async (options: Options) => {
      needStart();
      return work(options);
    };
    return [name, asynchronous(`cloud.${name}`, checked, failed)] as const;
  };
  const transfer = (
    name: string,
    work: (task: ProgressTask, options: Options) => Promise<Record<string, unknown>>,
  ) => {
    const start = (options: unknown) =>
      new ProgressTask(`cloud.${name}`, recordOf(options), failed, async (task, given) => {
        needStart();
        return work(task, given);
      }).facade();
    return [name, start] as const;
  };
  const cloud: Record<string, unknown> = {
    init() {
      started = true;
    },
    ...Object.fromEntries([
      transfer('uploadFile', (task, options) => upload(device, task, options)),
      transfer('downloadFile', (task, options) => download(device, task, options)),
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
