import { make } from '../shell/dom';
import { ApiError, type Family, listOf } from './api';
import type { Device } from './device';

const MOST = 3;

/** wx.requestSubscribeMessage: inside a tap only, at most three templates, WeChat's codes. */
export function subscribeFamily(device: Device): Family {
  return {
    async: {
      requestSubscribeMessage: (options) => {
        // Decided before anything is awaited: afterwards the tap is over.
        const tapping = device.inTap();
        const ids = listOf(options, 'tmplIds').filter((id) => typeof id === 'string');
        return request(device, ids, tapping);
      },
    },
  };
}

async function request(
  device: Device,
  ids: readonly string[],
  tapping: boolean,
): Promise<Record<string, unknown>> {
  const { consent, phone } = device;
  if (ids.length === 0) throw code(10001, "TmplIds can't be empty");
  if (ids.length > MOST) throw code(20003, 'Templates count out of max bounds');
  if (!tapping) throw new ApiError('can only be invoked by user TAP gesture.');
  if (!consent.kept.messages) throw code(20004, 'The main switch is switched off');
  if (phone.settings.network === 'offline') throw code(10002, 'Request list fail');
  const unique = [...new Set(ids)];
  const open = unique.filter((id) => consent.kept.templates[id] === undefined);
  const choices: Record<string, string> = {};
  for (const id of unique) choices[id] = consent.kept.templates[id] ?? 'reject';
  if (open.length > 0) Object.assign(choices, await ask(device, open));
  const accepted = unique.filter((id) => choices[id] === 'accept');
  if (accepted.length > 0) await tell(device, accepted);
  return choices;
}

async function ask({ phone, consent }: Device, ids: readonly string[]) {
  const titles = phone.boot.templates;
  const boxes = ids.map((id) => {
    const box = make('input', { type: 'checkbox' });
    box.checked = true;
    return { id, box, row: make('li', {}, make('label', {}, box, ` ${titles[id] ?? id}`)) };
  });
  const always = make('input', { type: 'checkbox' });
  const body = make(
    'div',
    {},
    '以下消息，每次允许可接收一条',
    make('ul', { class: 'mp-templates' }, ...boxes.map(({ row }) => row)),
    make('label', { class: 'mp-always' }, always, '总是保持以上选择，不再询问'),
  );
  const allowed = await phone.ask({
    title: `${phone.appName} 申请发送消息`,
    text: body,
    cancel: '拒绝',
    confirm: '允许',
    kind: 'sheet',
  });
  const choices = Object.fromEntries(
    boxes.map(({ id, box }) => [id, allowed && box.checked ? 'accept' : 'reject']),
  );
  if (always.checked) consent.keep({ templates: { ...consent.kept.templates, ...choices } });
  return choices;
}

/** WeChat itself counts accepts; here the local cloud stands for it. */
async function tell({ net }: Device, templates: readonly string[]): Promise<void> {
  if (net.cloud === undefined) return;
  try {
    const { status } = await net.send({
      url: `${net.cloud}/client/subscribe`,
      method: 'POST',
      headers: { ...net.identity(), 'content-type': 'application/json' },
      body: JSON.stringify({ templates }),
    }).answer;
    if (status >= 400) throw new Error(String(status));
  } catch {
    throw code(10003, 'Request subscribe fail');
  }
}

function code(errCode: number, reason: string): ApiError {
  return new ApiError(reason, { errCode });
}
