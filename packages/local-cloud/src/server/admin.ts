import { randomUUID } from 'node:crypto';
import { CloudError } from '../errors';
import { ConnectionLost, withFaults } from '../faults/apply';
import type { Instance } from '../functions/instance';
import { storageAction } from '../storage/actions';
import type { WechatAnswer } from '../wechat/answer';
import { isObject, type JsonObject, textIn } from '../wire/json';
import { readMultipart } from '../wire/multipart';
import { readOpenApiArguments, writeOpenApiAnswer } from '../wire/protobuf';
import { failureOf, json, type Reply } from './reply';
import { header, type Request, readBody } from './request';
import type { Services } from './services';

// A document may have 16 MB; its EJSON on the wire is somewhat longer.
const BODY_LIMIT = 20 * 1024 * 1024;

/** What the SDK sent, whether as JSON or as a form. */
interface Call {
  readonly action: string;
  readonly body: JsonObject;
  /** The protobuf argument of an open API in its buffer form. */
  readonly message: Buffer | undefined;
}

/** Answers `/admin`, the endpoint of the unmodified SDK; `/admin/<instance>` for functions. */
export async function admin(services: Services, request: Request): Promise<Reply> {
  const requestId = randomUUID();
  const instance =
    request.rest[0] === undefined ? undefined : services.pool.instance(request.rest[0]);
  try {
    if (request.rest[0] !== undefined && instance === undefined) {
      throw new CloudError('CHECK_LOGIN_FAILED', 'this function instance has ended');
    }
    const call = await readCall(request);
    const site = { function: instance?.name, action: siteAction(call) };
    services.journal.note({ ...site, collection: textIn(call.body, 'collectionName') });
    const struck = services.faults.strike(site);
    return await withFaults(
      struck,
      () => instance?.kill(),
      (told) =>
        perform(services, call, instance, header(request, 'x-tcb-source'), told, requestId).catch(
          (error: unknown) => json({ ...failureOf(error, services.log), requestId }),
        ),
    );
  } catch (error) {
    if (error instanceof ConnectionLost) throw error;
    return json({ ...failureOf(error, services.log), requestId });
  }
}

async function readCall(request: Request): Promise<Call> {
  const body = await readBody(request, BODY_LIMIT);
  const type = header(request, 'content-type');
  if (type.startsWith('multipart/form-data')) {
    const fields = readMultipart(body, type);
    const message = fields.get('requestData');
    fields.delete('requestData');
    const texts: JsonObject = {};
    for (const [name, value] of fields) texts[name] = value.toString('utf8');
    return { action: textIn(texts, 'action') ?? '', body: texts, message };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request body is no JSON');
  }
  if (!isObject(parsed)) throw new CloudError('INVALID_PARAM', 'the request body is no object');
  return { action: textIn(parsed, 'action') ?? '', body: parsed, message: undefined };
}

function apiName(body: JsonObject): string {
  return (textIn(body, 'apiName') ?? '').replace(/^\/?(openapi\.)?/, '');
}

/** How faults name this call. */
function siteAction(call: Call): string {
  return call.action.startsWith('wx.') ? `wx:${apiName(call.body)}` : call.action;
}

async function perform(
  services: Services,
  call: Call,
  instance: Instance | undefined,
  sourceHeader: string,
  told: string | number | undefined,
  requestId: string,
): Promise<Reply> {
  const { action, body } = call;
  if (action.startsWith('wx.')) return wechat(services, call, instance, told, requestId);
  if (told !== undefined) throw new CloudError(String(told), 'a fault was asked for here');
  if (action.startsWith('database.')) {
    return json({ requestId, ...(await services.database.handle(action, body)) });
  }
  if (action.startsWith('storage.')) {
    return json({ requestId, ...(await storageAction(services.storage, action, body)) });
  }
  if (action === 'functions.invokeFunction') {
    const event = textIn(body, 'request_data') ?? '';
    const source =
      instance === undefined
        ? sourceHeader.replace(/^,/, '')
        : `${instance.current?.caller.source ?? 'scf'},scf`;
    const answer = await services.pool.invoke(
      textIn(body, 'function_name') ?? '',
      event === '' ? '{}' : event,
      { source },
    );
    return json({ requestId, data: { response_data: answer } });
  }
  throw new CloudError('INVALID_ACTION', `the local cloud does not offer "${action}"`);
}

async function wechat(
  services: Services,
  call: Call,
  instance: Instance | undefined,
  told: string | number | undefined,
  requestId: string,
): Promise<Reply> {
  const { action, body } = call;
  if (action !== 'wx.api' && action !== 'wx.openApi') {
    throw new CloudError('INVALID_ACTION', `the local cloud does not offer "${action}"`);
  }
  if (instance === undefined || !services.pool.isToken(textIn(body, 'wxCloudApiToken') ?? '')) {
    throw new CloudError('INVALID_WX_ACCESS_TOKEN', 'only a running function can call WeChat');
  }
  const name = apiName(body);
  const answer: WechatAnswer = instance.config.openapi.has(name)
    ? await services.wechat.call(name, argumentsOf(call), told)
    : notPermitted(instance.name, name);
  if (action === 'wx.openApi') {
    const bytes = answer.kind === 'image' ? answer.bytes : Buffer.from(JSON.stringify(answer.json));
    const type = answer.kind === 'image' ? answer.contentType : 'application/json';
    return {
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: writeOpenApiAnswer(bytes, type),
    };
  }
  if (answer.kind === 'image') {
    throw new CloudError('INVALID_PARAM', `${name} answers an image: call it as wx.openApi`);
  }
  return json({ requestId, data: { responseData: JSON.stringify(answer.json) } });
}

/** As the platform answers when config.json does not ask for the API. */
function notPermitted(functionName: string, api: string): WechatAnswer {
  const errmsg = `function has no permission to call this API: list ${api} under permissions.openapi in ${functionName}/config.json`;
  return { kind: 'json', json: { errcode: -604101, errmsg } };
}

function argumentsOf(call: Call): JsonObject {
  if (call.action === 'wx.openApi') {
    if (call.message === undefined) throw new CloudError('INVALID_PARAM', 'requestData is missing');
    return readOpenApiArguments(call.message);
  }
  const text = textIn(call.body, 'requestData') ?? '';
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  if (!isObject(parsed)) throw new CloudError('INVALID_PARAM', 'requestData must be an object');
  return parsed;
}
