import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import qrcode from 'qrcode';
import { startTestCloud, type TestCloud } from './support/cloud';
import { openApiAnswer, openApiArguments } from './support/protobuf';

let cloud: TestCloud;
let count = 0;
let person = '';

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

beforeEach(() => {
  count += 1;
  person = `person-${count}`;
});

/** Calls an open API from a function, through the SDK's JSON form. */
async function wechat(api: string, data: object, by = person): Promise<unknown> {
  const { body } = await cloud.phone(by).call('worker', { op: 'wechat', api, data });
  return Object(body).ok?.result ?? body;
}

describe('subscribeMessage.send', () => {
  const message = (change: object = {}) => ({
    touser: person,
    template_id: 'reminder-template',
    page: 'pages/index/index?id=1',
    data: { thing1: { value: '灭火器过期' }, time2: { value: '2026年11月24日 16:30' } },
    ...change,
  });
  const send = (change: object = {}) => wechat('subscribeMessage.send', message(change));

  test('each accept is good for one message', async () => {
    await cloud.phone(person).subscribe('reminder-template');
    await cloud.phone(person).subscribe('reminder-template');
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
  });

  test('an accept is of one person for one template', async () => {
    await cloud.phone(person).subscribe('reminder-template');
    expect(await send({ touser: 'somebody-else' })).toMatchObject({ errcode: 43101 });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  test('the phone cannot accept a template that does not exist', async () => {
    const { status, body } = await cloud.phone(person).subscribe('no-such-template');
    expect(status).toBe(400);
    expect(body).toMatchObject({ message: expect.stringContaining('no-such-template') });
  });

  test('what was sent can be looked at', async () => {
    await cloud.phone(person).subscribe('reminder-template');
    await send();
    const { body } = await cloud.local(`messages?openid=${person}`);
    expect(body).toMatchObject({
      messages: [
        {
          openid: person,
          template: 'reminder-template',
          page: 'pages/index/index?id=1',
          data: { thing1: { value: '灭火器过期' } },
        },
      ],
    });
  });

  test.each([
    ['no person', { touser: '' }, 40003, ''],
    ['an unknown template', { template_id: 'other' }, 40037, ''],
    ['a page that cannot be', { page: 'pages/ index' }, 41030, ''],
    ['no data', { data: {} }, 47003, 'data'],
    ['a missing keyword', { data: { thing1: { value: 'a' } } }, 47003, 'time2'],
  ])('%s is refused and costs no accept', async (_, change, errcode, named) => {
    await cloud.phone(person).subscribe('reminder-template');
    expect(await send(change)).toMatchObject({
      errcode,
      errmsg: expect.stringContaining(named),
    });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  test.each([
    ['thing1', '字'.repeat(21)],
    ['thing1', ''],
    ['time2', 'tomorrow'],
  ])('a %s of %j is refused by name', async (keyword, value) => {
    const data = { ...message().data, [keyword]: { value } };
    expect(await send({ data })).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining(`data.${keyword}`),
    });
  });

  test('a function that did not ask for the API in its config.json has no permission', async () => {
    await cloud.local('faults', []);
    expect(await wechat('customerServiceMessage.send', {})).toMatchObject({ errcode: -604101 });
  });

  test('nobody outside a running function can call WeChat', async () => {
    await expect(
      cloud.app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: message() }),
    ).rejects.toMatchObject({ code: 'INVALID_WX_ACCESS_TOKEN' });
  });

  test('an API that is not offered is named', async () => {
    expect(await wechat('phonenumber.getPhoneNumber', {})).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('phonenumber.getPhoneNumber'),
    });
  });

  test('it can be told to answer any documented error, once or always', async () => {
    await cloud.phone(person).subscribe('reminder-template');
    const on = { action: 'wx:subscribeMessage.send', n: 1 };
    await cloud.local('faults', [{ on, do: 'error', code: 43108 }]);
    expect(await send()).toMatchObject({ errcode: 43108 });
    expect(await send()).toMatchObject({ errcode: 0 });
    await cloud.local('faults', []);
  });
});

describe('content checks', () => {
  const text = (change: object = {}) =>
    wechat('security.msgSecCheck', {
      openid: person,
      version: 2,
      scene: 2,
      content: '脚手架松动',
      ...change,
    });

  test('a text passes, with a trace', async () => {
    expect(await text()).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
  });

  test('it can be told to find a text risky', async () => {
    const on = { action: 'wx:security.msgSecCheck' };
    await cloud.local('faults', [{ on, do: 'error', code: 'risky' }]);
    expect(await text()).toMatchObject({ errcode: 0, result: { suggest: 'risky' } });
    await cloud.local('faults', []);
  });

  test.each([
    ['more than 2500 characters', { content: '字'.repeat(2501) }, 45002],
    ['no text', { content: '' }, 47001],
    ['another version', { version: 1 }, 40097],
    ['an unknown scene', { scene: 9 }, 40129],
    ['no person', { openid: '' }, 40003],
    ['a person who has not been here', { openid: 'stranger' }, 61010],
  ])('%s is refused', async (_, change, errcode) => {
    expect(await text(change)).toMatchObject({ errcode });
  });

  test('a person must have been here within two hours', async () => {
    await cloud.phone(person).call('echo');
    await cloud.local('clock', { shiftMs: 3 * 3600 * 1000 });
    const late = await wechat(
      'security.msgSecCheck',
      { openid: person, version: 2, scene: 2, content: 'a' },
      'somebody-else',
    );
    await cloud.local('clock', { shiftMs: 0 });
    expect(late).toMatchObject({ errcode: 61010 });
  });

  test('a picture is checked later: the finding comes as a pushed message', async () => {
    const answer = await wechat('security.mediaCheckAsync', {
      openid: person,
      version: 2,
      scene: 2,
      media_type: 2,
      media_url: 'https://example.com/photo.jpg',
    });
    expect(answer).toMatchObject({ errcode: 0 });
    const trace_id = Object(answer).trace_id;
    const runs = () => cloud.app.database().collection('runs').get();
    const found = async () =>
      (await runs()).data.find((run: unknown) => Object(run).pushed?.trace_id === trace_id);
    while ((await found()) === undefined) await new Promise((next) => setTimeout(next, 20));
    expect(await found()).toMatchObject({
      pushed: { Event: 'wxa_media_check', FromUserName: person, result: { suggest: 'pass' } },
    });
  });

  test('a picture in this cloud’s own storage counts as https', async () => {
    const fileContent = Buffer.from('a picture');
    const { fileID } = await cloud.app.uploadFile({ cloudPath: 'sealed/a.jpg', fileContent });
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
    const answer = await wechat('security.mediaCheckAsync', {
      openid: person,
      version: 2,
      scene: 2,
      media_type: 2,
      media_url: fileList[0]?.tempFileURL,
    });
    expect(answer).toMatchObject({ errcode: 0 });
  });

  test.each([
    ['an address that is not https', { media_url: 'http://example.com/a.jpg' }, 87015],
    ['a file id', { media_url: 'cloud://env.bucket/a.jpg' }, 87015],
    ['an unknown kind', { media_type: 3 }, 40004],
  ])('%s is refused', async (_, change, errcode) => {
    const data = {
      openid: person,
      version: 2,
      scene: 2,
      media_type: 2,
      media_url: 'https://example.com/photo.jpg',
      ...change,
    };
    expect(await wechat('security.mediaCheckAsync', data)).toMatchObject({ errcode });
  });
});

describe('wxacode.getUnlimited', () => {
  const draw = async (args: object) => {
    const bytes = openApiArguments(args).toString('base64');
    const api = 'wxacode.getUnlimited';
    const { body } = await cloud.phone(person).call('worker', { op: 'image', api, bytes });
    return openApiAnswer(Buffer.from(String(Object(body).ok), 'base64'));
  };

  test('a real QR code of page and scene', async () => {
    const { type, content } = await draw({ scene: 'p=AbC', page: 'pages/place/place', width: 280 });
    expect(type).toBe('image/png');
    expect(content).toEqual(
      await qrcode.toBuffer('pages/place/place?scene=p%3DAbC', { width: 280 }),
    );
  });

  test.each([
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a scene with a percent sign', { scene: 'a%20' }, 40169],
    ['no scene', {}, 40169],
    ['a page that starts with /', { scene: 'a', page: '/pages/place/place' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/place/place?a=1' }, 41030],
    ['a width below 280', { scene: 'a', width: 279 }, 40097],
    ['a width above 1280', { scene: 'a', width: 1281 }, 40097],
  ])('%s is refused, as JSON', async (_, args, errcode) => {
    const { type, content } = await draw(args);
    expect(type).toBe('application/json');
    expect(JSON.parse(content.toString())).toMatchObject({ errcode });
  });

  test('the JSON form says that it cannot carry an image', async () => {
    expect(await wechat('wxacode.getUnlimited', { scene: 'a' })).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('wx.openApi'),
    });
  });
});

test('a pushed message reaches the function for it, in WeChat’s form and without a person', async () => {
  const event = { MsgType: 'event', Event: 'subscribe_msg_popup_event', List: { TemplateId: 'a' } };
  const { body } = await cloud.local('push', { openid: person, event });
  expect(body).toMatchObject({ event: { ...event, FromUserName: person } });
  expect(body).not.toHaveProperty('openid');
});
