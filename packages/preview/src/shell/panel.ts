import type { Host } from '../runtime/host';
import { clockSection } from './clock-control';
import { consoleSection } from './console';
import { make, pushButton } from './dom';
import type { Frame } from './frame';
import type { Messages } from './messages';
import { everybody, newPerson } from './people';
import type { Phone } from './phone';
import { FONTS, NETWORKS, type Network, WIDTHS } from './settings';
import { storageSection } from './storage-view';
import type { Trays } from './trays';

export interface PanelParts {
  readonly phone: Phone;
  readonly frame: Frame;
  readonly trays: Trays;
  readonly messages: Messages;
  readonly enter: (path: string, scene: number) => void;
  readonly networkChanged: (network: Network) => void;
  readonly host: () => Host | undefined;
}

const NETWORK_WORDS: Readonly<Record<Network, string>> = {
  online: '正常',
  slow: '慢',
  offline: '断网',
  lost: '发出后收不到回答',
};

/** Everything beside the phone; on a small window a sheet behind a floating button. */
export function mountPanel(parts: PanelParts): void {
  const { phone, frame } = parts;
  const panel = make(
    'aside',
    { class: 'mp-panel', label: '预览设置', id: 'mp-panel' },
    make('h1', {}, phone.boot.projectName),
    section('我是谁', people(parts)),
    section('扫码', scan(parts)),
    section('微信消息', parts.messages.element),
    section(
      '字号',
      choices(
        '字号',
        FONTS,
        (it) => it.toFixed(1),
        phone.settings.font,
        (font) => {
          phone.store.change({ font });
          location.reload();
        },
      ),
    ),
    section(
      '屏幕宽度',
      choices('屏幕宽度', WIDTHS, String, phone.settings.width, (width) => {
        phone.store.change({ width });
        frame.resize();
      }),
    ),
    section(
      '网络',
      choices(
        '网络',
        NETWORKS,
        (it) => NETWORK_WORDS[it],
        phone.settings.network,
        (network) => {
          phone.store.change({ network });
          parts.networkChanged(network);
        },
      ),
    ),
    section(
      '时钟',
      clockSection(
        phone.boot,
        phone.store,
        (text) => phone.notice({ kind: 'error', name: '时钟', text }),
        () => parts.messages.soon(),
      ),
    ),
    section('离开与返回', leave(parts)),
    section('手机动作', parts.trays.element),
    folded('本地存储', storageSection(phone.scope)),
    folded('控制台', consoleSection()),
  );
  const toggle = pushButton('设置', () => show(panel.dataset['open'] !== 'true'), {
    class: 'mp-toggle',
    label: '打开预览设置',
    'aria-controls': 'mp-panel',
  });
  const show = (open: boolean) => {
    panel.dataset['open'] = String(open);
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? '关闭' : '设置';
  };
  show(false);
  // A tap on the app means: back to it.
  frame.screen.addEventListener('pointerdown', () => show(false));
  frame.element.append(panel, toggle);
}

function section(title: string, body: Node): HTMLElement {
  return make('section', { label: title }, make('h2', {}, title), body);
}

function folded(title: string, body: Node): HTMLElement {
  return make('details', {}, make('summary', {}, title), body);
}

/** A row of choices of which one is on. */
function choices<T>(
  label: string,
  values: readonly T[],
  words: (value: T) => string,
  current: T,
  choose: (value: T) => void,
): HTMLElement {
  const group = make('div', { class: 'mp-choices', role: 'radiogroup', label });
  const buttons = values.map((value) => {
    const button = pushButton(
      words(value),
      () => {
        for (const other of buttons) other.setAttribute('aria-checked', String(other === button));
        choose(value);
      },
      { role: 'radio', 'aria-checked': String(value === current) },
    );
    return button;
  });
  group.append(...buttons);
  return group;
}

/** Another phone in the hand: the app opens at its first page, not at what somebody else had open. */
function openAnew(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  location.reload();
}

function people({ phone }: PanelParts): HTMLElement {
  const { store, boot } = phone;
  const all = everybody(boot.people, store.current);
  const select = make('select', { label: '谁在用这部手机' });
  const listed = all.some(({ openid }) => openid === phone.person.openid);
  const rows = listed ? all : [phone.person, ...all];
  for (const person of rows) {
    const note = 'note' in person && person.note !== undefined ? ` · ${person.note}` : '';
    const option = new Option(`${person.name}${note}`, person.openid);
    option.selected = person.openid === phone.person.openid;
    select.append(option);
  }
  select.addEventListener('change', () => {
    store.change({ who: select.value, phone: 1 });
    openAnew();
  });
  const second = store.current.phone === 2;
  return make(
    'div',
    {},
    select,
    make(
      'div',
      { class: 'mp-buttons' },
      pushButton('新的人', () => {
        const person = newPerson(store.current, Math.random);
        store.change({ added: [...store.current.added, person], who: person.openid, phone: 1 });
        openAnew();
      }),
      pushButton(second ? '换回第一部手机' : '换第二部手机', () => {
        store.change({ phone: second ? 1 : 2 });
        openAnew();
      }),
    ),
    make('p', { class: 'mp-hint' }, second ? '现在是第二部手机：同一个人，另一份本地存储。' : ''),
  );
}

function scan({ phone, enter }: PanelParts): HTMLElement {
  const list = make('div', { class: 'mp-buttons mp-codes' });
  for (const { label, path } of phone.boot.codes) {
    list.append(pushButton(label, () => enter(path, 1047)));
  }
  const input = make('input', { type: 'text', label: '页面路径', placeholder: 'pages/…?scene=…' });
  const form = make(
    'form',
    { class: 'mp-inline' },
    input,
    make('button', { type: 'submit' }, '打开'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') enter(input.value.trim(), 1047);
  });
  return make('div', {}, list, form);
}

function leave({ host }: PanelParts): HTMLElement {
  return make(
    'div',
    { class: 'mp-buttons' },
    pushButton('切到后台', () => host()?.hideApp()),
    pushButton('回到前台', () => host()?.showApp()),
  );
}
