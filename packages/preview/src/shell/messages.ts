import type { Boot } from '../runtime/host';
import { make, pushButton } from './dom';
import type { PhonePerson } from './phone';

/** One WeChat message as the cloud recorded it. */
export interface Message {
  readonly page: string;
  readonly template: string;
  /** Name and value of each keyword. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Reads the cloud's list; entries of another shape are left out. */
export function readMessages(answer: unknown): readonly Message[] {
  const list = record(answer)['messages'];
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const message = record(entry);
    const fields = Object.entries(record(message['data'])).map(([name, field]) => {
      const value = record(field)['value'] ?? field;
      return [name, String(value)] as const;
    });
    return {
      page: String(message['page'] ?? ''),
      template: String(
        message['template_id'] ?? message['templateId'] ?? message['template'] ?? '',
      ),
      fields,
    };
  });
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** How often it looks by itself. */
const EVERY_MS = 15_000;

/** The WeChat messages which the holder of the phone got. */
export class Messages {
  readonly element = make('ul', { class: 'mp-list', label: '微信消息', 'aria-live': 'polite' });
  private count = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly boot: Boot,
    private readonly person: PhonePerson,
    private readonly open: (page: string) => void,
  ) {}

  /** Looks now, whenever the window gets the focus, and now and then: a timer may have sent one. */
  start(): void {
    if (this.boot.cloud === undefined) {
      this.element.append(make('li', { class: 'mp-hint' }, '没有连接云环境。'));
      return;
    }
    window.addEventListener('focus', () => void this.look());
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.look();
    }, EVERY_MS);
    void this.look();
  }

  /** Looks shortly after something was done; the cloud sends after it answers. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.look();
      this.timer = setTimeout(() => void this.look(), 2500);
    }, 600);
  }

  private async look(): Promise<void> {
    const { cloud } = this.boot;
    if (cloud === undefined) return;
    try {
      const address = `${cloud}/local/messages?openid=${encodeURIComponent(this.person.openid)}`;
      const response = await fetch(address);
      this.draw(readMessages(await response.json()));
    } catch {
      this.count = -1;
      this.element.replaceChildren(make('li', { class: 'mp-hint' }, '云环境没有应答。'));
    }
  }

  private draw(messages: readonly Message[]): void {
    if (messages.length === this.count) return;
    this.count = messages.length;
    const rows = [...messages]
      .reverse()
      .map(({ page, template, fields }) =>
        make(
          'li',
          {},
          make('b', {}, this.boot.templates[template] ?? template),
          ...fields.map(([, value]) => make('div', {}, value)),
          page === '' ? undefined : pushButton('打开', () => this.open(page)),
        ),
      );
    const empty = make('li', { class: 'mp-hint' }, '还没有收到微信消息。');
    this.element.replaceChildren(...(rows.length > 0 ? rows : [empty]));
  }
}
