import type { Explanation } from '../database';
import { CloudError } from '../errors';
import { isOpenid } from '../wechat/subscribe-message';
import { isObject, type JsonObject, numberIn, textIn } from '../wire/json';
import { failureOf, json, jsonText, type Reply } from './reply';
import { type Request, readJson } from './request';
import type { Services } from './services';

const BODY_LIMIT = 1024 * 1024;

/** Answers `/local`: what tests and the preview may do to the cloud itself. */
export async function local(services: Services, request: Request): Promise<Reply> {
  try {
    return await route(services, request);
  } catch (error) {
    return json(failureOf(error, services.log), 400);
  }
}

async function route(services: Services, request: Request): Promise<Reply> {
  const [what = '', name = ''] = request.rest;
  switch (`${request.method} ${what}`) {
    case 'POST timer':
      return jsonText(await services.timers.fire(name));
    case 'GET clock':
      return json(clockOf(services));
    case 'POST clock': {
      const shiftMs = numberIn(await objectIn(request), 'shiftMs');
      if (shiftMs === undefined) throw new CloudError('INVALID_PARAM', 'shiftMs: a number');
      services.clock.set(shiftMs);
      return json(clockOf(services));
    }
    case 'POST faults': {
      const list = await readJson(request, BODY_LIMIT);
      try {
        services.faults.set(list);
      } catch (error) {
        throw new CloudError('INVALID_PARAM', error instanceof Error ? error.message : '');
      }
      return json({});
    }
    case 'POST requests':
      return json({ requests: services.journal.take() });
    case 'POST explain':
      return json(explain(services, await objectIn(request)));
    case 'POST push': {
      const body = await objectIn(request);
      const openid = body['openid'];
      const event = body['event'];
      if (!isOpenid(openid) || !isObject(event)) {
        throw new CloudError('INVALID_PARAM', 'push needs an openid and an event');
      }
      return jsonText(await services.push(openid, event));
    }
    case 'GET messages':
      return json({ messages: services.store.messages(request.query.get('openid') ?? undefined) });
    default:
      throw new CloudError('INVALID_ACTION', `there is no ${request.method} /local/${what}`);
  }
}

async function objectIn(request: Request): Promise<JsonObject> {
  const body = await readJson(request, BODY_LIMIT);
  if (!isObject(body)) throw new CloudError('INVALID_PARAM', 'the body must be an object');
  return body;
}

function clockOf(services: Services): { now: number; shiftMs: number } {
  return { now: services.clock.now(), shiftMs: services.clock.shiftMs };
}

function explain(services: Services, body: JsonObject): Explanation {
  const limit = numberIn(body, 'limit');
  return services.database.explain({
    collection: textIn(body, 'collection') ?? '',
    query: body['query'] ?? {},
    ...(body['order'] === undefined ? {} : { order: body['order'] }),
    ...(limit === undefined ? {} : { limit }),
  });
}
