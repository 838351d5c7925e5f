import { CloudError } from '../errors';
import { ConnectionLost, withFaults } from '../faults/apply';
import type { Site } from '../faults/faults';
import { APP_ID } from '../functions/context';
import { PAYLOAD_LIMIT } from '../functions/pool';
import { contentTypeOf } from '../storage/paths';
import { isOpenid } from '../wechat/subscribe-message';
import { isObject, textIn } from '../wire/json';
import { failureOf, json, jsonText, type Reply } from './reply';
import { header, type Request, readJson } from './request';
import type { Services } from './services';

/** The numbers by which WeChat's client names the platform's errors. */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  DATABASE_PERMISSION_DENIED: -502003,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  EXCEED_REQUEST_SIZE_LIMIT: -403001,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  EXCEED_MAX_PAYLOAD_SIZE: -501007,
  INVALID_PARAM: -501007,
};

/**
 * Answers `/client`, the phone. Who it is says the header `x-local-openid` alone, which stands for
 * WeChat's own login. Errors have status 400 and `{ errCode, errMsg, code, message }`.
 */
export async function client(services: Services, request: Request): Promise<Reply> {
  try {
    const openid = header(request, 'x-local-openid');
    if (openid !== '' && !isOpenid(openid)) {
      throw new CloudError('CHECK_LOGIN_FAILED', 'x-local-openid is no openid');
    }
    const person = openid === '' ? undefined : openid;
    if (person !== undefined) services.wechat.active(person);
    const struck = services.faults.strike(siteOf(request));
    return await withFaults(struck, ignore, (told) => {
      if (told !== undefined) throw new CloudError(String(told), 'a fault was asked for here');
      return route(services, request, person);
    });
  } catch (error) {
    if (error instanceof ConnectionLost) throw error;
    return clientError(error, services);
  }
}

/** How faults name a phone's request: `client.functions` of this function, `client.storage` … */
function siteOf(request: Request): Site {
  const [area = '', name] = request.rest;
  return { function: area === 'functions' ? name : undefined, action: `client.${area}` };
}

function ignore(): void {
  // A phone is no process of ours.
}

/** An error in the form that WeChat's client gives to a mini-program. */
function clientError(error: unknown, services: Services): Reply {
  const { code, message } = failureOf(error, services.log);
  const timedOut = code === 'FUNCTIONS_EXECUTE_FAIL' && message.includes('"errorCode":433');
  const name = timedOut ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : code;
  const errCode = CLIENT_CODES[name] ?? -501001;
  return json({ errCode, errMsg: `errCode: ${errCode} | errMsg: ${message}`, code, message }, 400);
}

async function route(
  services: Services,
  request: Request,
  openid: string | undefined,
): Promise<Reply> {
  const [area, ...rest] = request.rest;
  const name = rest[0] ?? '';
  switch (`${request.method} ${area ?? ''}`) {
    case 'POST functions':
      return jsonText(await callFunction(services, request, name, openid));
    case 'PUT storage':
      return upload(services, request, rest.join('/'), openid);
    case 'GET storage':
      return download(services, request, name, openid);
    case 'DELETE storage':
      return remove(services, request, openid);
    case 'POST subscribe': {
      const body = await readJson(request, PAYLOAD_LIMIT);
      const templates: unknown = isObject(body) ? body['templates'] : undefined;
      if (!Array.isArray(templates)) throw new CloudError('INVALID_PARAM', 'templates: a list');
      services.wechat.accept(known(openid), templates);
      return json({});
    }
    case 'POST database':
      return databaseRefusal(services, await readJson(request, PAYLOAD_LIMIT));
    default:
      throw new CloudError('INVALID_ACTION', `the phone has no ${request.method} ${area ?? ''}`);
  }
}

function known(openid: string | undefined): string {
  if (openid !== undefined) return openid;
  throw new CloudError('CHECK_LOGIN_FAILED', 'the header x-local-openid is missing');
}

async function callFunction(
  services: Services,
  request: Request,
  name: string,
  openid: string | undefined,
): Promise<string> {
  const person = known(openid);
  const event = await readJson(request, PAYLOAD_LIMIT);
  // The platform writes these two itself: what the phone sent under their names is lost.
  const stamped = isObject(event)
    ? { ...event, tcbContext: {}, userInfo: { appId: APP_ID, openId: person } }
    : event;
  return services.pool.invoke(name, JSON.stringify(stamped), {
    source: 'wx_client',
    openid: person,
  });
}

async function upload(
  services: Services,
  request: Request,
  path: string,
  openid: string | undefined,
): Promise<Reply> {
  const { storage } = services;
  storage.checkWrite(path, openid);
  const row = await storage.write(path, request.message, known(openid));
  return json({ fileID: storage.fileIdOf(row.path), statusCode: 200 });
}

function pathIn(services: Services, request: Request): string {
  const fileId = request.query.get('fileID') ?? '';
  const path = services.storage.pathOf(fileId);
  if (path === undefined) throw new CloudError('INVALID_PARAM', `"${fileId}" is no file id here`);
  return path;
}

/** `GET storage?fileID=` gives the bytes, `GET storage/url?fileID=` an address for them. */
function download(
  services: Services,
  request: Request,
  form: string,
  openid: string | undefined,
): Reply {
  const row = services.storage.readable(pathIn(services, request), openid);
  if (form === 'url') {
    const seconds = Number(request.query.get('maxAge') ?? 24 * 3600);
    const tempFileURL = services.storage.temporaryUrl(row.path, seconds);
    return json({ fileID: services.storage.fileIdOf(row.path), tempFileURL, maxAge: seconds });
  }
  return {
    status: 200,
    headers: { 'content-type': contentTypeOf(row.path) },
    body: { stream: services.storage.read(row), size: row.size },
  };
}

async function remove(
  services: Services,
  request: Request,
  openid: string | undefined,
): Promise<Reply> {
  const path = pathIn(services, request);
  services.storage.checkWrite(path, openid);
  if (!(await services.storage.remove(path))) {
    throw new CloudError('STORAGE_FILE_NONEXIST', `no file ${path}`);
  }
  return json({});
}

/** The phone's database calls are decided by the collection's rule; only ADMINONLY is known here. */
function databaseRefusal(services: Services, body: unknown): Reply {
  const name = isObject(body) ? (textIn(body, 'collectionName') ?? '') : '';
  const rules = services.environment.collections[name]?.rules ?? 'ADMINONLY';
  throw rules === 'ADMINONLY'
    ? new CloudError(
        'DATABASE_PERMISSION_DENIED',
        `permission denied: the rule of "${name}" is ADMINONLY`,
      )
    : new CloudError(
        'INVALID_ACTION',
        `the local cloud lets no phone into the database; the rule of "${name}" is not evaluated`,
      );
}
