import {
  ApiError,
  type Family,
  type Options,
  optionalNumber,
  optionalText,
  recordOf,
  textOf,
} from './api';
import type { Device } from './device';
import { type Answer, type Flight, NoAnswer } from './net';
import { ProgressTask } from './task';

const TIMEOUT = 60_000;

/** wx.request, wx.uploadFile and wx.downloadFile. */
export function requestFamily(device: Device, failed: (error: unknown) => void): Family {
  return {
    plain: {
      request: (options: unknown) =>
        new ProgressTask('request', recordOf(options), failed, (task, given) =>
          request(device, task, given),
        ).facade(),
      uploadFile: (options: unknown) =>
        new ProgressTask('uploadFile', recordOf(options), failed, (task, given) =>
          upload(device, task, given),
        ).facade(),
      downloadFile: (options: unknown) =>
        new ProgressTask('downloadFile', recordOf(options), failed, (task, given) =>
          download(device, task, given),
        ).facade(),
    },
  };
}

function timeoutOf(device: Device, options: Options, api: string): number {
  return optionalNumber(options, 'timeout', device.host.app.networkTimeout[api] ?? TIMEOUT);
}

function headersOf(options: Options): Record<string, string> {
  const given = Object.entries(recordOf(options['header']));
  return Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Waits for the answer; what WeChat says when none comes. */
async function arrived(flight: Flight): Promise<Answer> {
  try {
    return await flight.answer;
  } catch (error) {
    if (error instanceof NoAnswer) throw new ApiError(error.message, { errno: 600001 });
    throw error;
  }
}

async function request(device: Device, task: ProgressTask, options: Options) {
  const method = optionalText(options, 'method', 'GET').toUpperCase();
  const headers = { 'content-type': 'application/json', ...headersOf(options) };
  const address = textOf(options, 'url');
  if (!/^https?:\/\//.test(address))
    throw new ApiError(`invalid url "${address}"`, { errno: 600009 });
  const data = options['data'];
  const inQuery = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  const url = inQuery ? withQuery(address, data) : address;
  const body = inQuery ? undefined : bodyOf(data, headers['content-type']);
  const flight = device.net.send({
    url,
    method,
    headers: inQuery ? headersOf(options) : headers,
    timeout: timeoutOf(device, options, 'request'),
    ...(body === undefined ? {} : { body }),
  });
  task.onAbort(() => flight.abort());
  const answer = await arrived(flight);
  task.tell('headersReceived', { header: answer.headers, statusCode: answer.status });
  device.phone.acted();
  return {
    data: dataOf(answer, options),
    statusCode: answer.status,
    header: answer.headers,
    cookies: [],
  };
}

function withQuery(address: string, data: unknown): string {
  const pairs = Object.entries(recordOf(data));
  if (pairs.length === 0) return address;
  const url = new URL(address);
  for (const [name, value] of pairs) url.searchParams.set(name, String(value));
  return url.href;
}

function bodyOf(data: unknown, type: string | undefined): XMLHttpRequestBodyInit | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (type?.includes('x-www-form-urlencoded')) {
    const pairs = Object.entries(recordOf(data)).map(([name, value]) => [name, String(value)]);
    return new URLSearchParams(pairs).toString();
  }
  return JSON.stringify(data);
}

function dataOf({ body }: Answer, options: Options): unknown {
  if (options['responseType'] === 'arraybuffer') return body;
  const text = new TextDecoder().decode(body);
  if (optionalText(options, 'dataType', 'json') !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function upload(device: Device, task: ProgressTask, options: Options) {
  const bytes = await device.files.read(textOf(options, 'filePath'));
  const form = new FormData();
  for (const [name, value] of Object.entries(recordOf(options['formData']))) {
    form.append(name, String(value));
  }
  const path = textOf(options, 'filePath');
  form.append(textOf(options, 'name'), new Blob([bytes]), path.split('/').at(-1) ?? 'file');
  const headers = headersOf(options);
  // The browser writes it, with the boundary.
  Reflect.deleteProperty(headers, 'content-type');
  const flight = device.net.send({
    url: textOf(options, 'url'),
    method: 'POST',
    headers,
    body: form,
    timeout: timeoutOf(device, options, 'uploadFile'),
    uploaded: (sent, total) => task.progress(sent, total, 'Sent', 'Send'),
  });
  task.onAbort(() => flight.abort());
  const answer = await arrived(flight);
  return { data: new TextDecoder().decode(answer.body), statusCode: answer.status };
}

async function download(device: Device, task: ProgressTask, options: Options) {
  const flight = device.net.send({
    url: textOf(options, 'url'),
    method: 'GET',
    headers: headersOf(options),
    timeout: timeoutOf(device, options, 'downloadFile'),
    downloaded: (received, total) => task.progress(received, total, 'Written', 'Write'),
  });
  task.onAbort(() => flight.abort());
  const answer = await arrived(flight);
  const type = answer.headers['content-type'];
  const blob = new Blob([answer.body], type === undefined ? {} : { type });
  const wanted = optionalText(options, 'filePath');
  if (wanted !== '') {
    await device.files.write(wanted, new Uint8Array(answer.body));
    return { filePath: wanted, statusCode: answer.status };
  }
  const name = new URL(textOf(options, 'url')).pathname;
  return { tempFilePath: device.files.keepTemporary(blob, name), statusCode: answer.status };
}
