import type { Boot } from '../runtime/host';
import { shiftClock } from './clock';
import { make, pushButton } from './dom';
import type { SettingsStore } from './settings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [
  ['＋1 小时', HOUR],
  ['＋1 天', DAY],
  // Five working days and the weekend between them.
  ['＋1 个工作周', 7 * DAY],
] as const;

/** Moves the clock here and on the cloud by the same. */
async function move(boot: Boot, store: SettingsStore, shiftMs: number): Promise<void> {
  shiftClock(shiftMs);
  store.change({ shiftMs });
  if (boot.cloud === undefined) return;
  await fetch(`${boot.cloud}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shiftMs }),
  });
}

/** The cloud's clock leads: it may have been moved from elsewhere, or started anew. */
export function followCloudClock(boot: Boot, store: SettingsStore): void {
  if (boot.cloud === undefined) return;
  fetch(`${boot.cloud}/local/clock`)
    .then((response) => response.json())
    .then((answer: unknown) => {
      const shiftMs: unknown =
        typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'shiftMs') : undefined;
      if (typeof shiftMs !== 'number' || shiftMs === store.current.shiftMs) return;
      shiftClock(shiftMs);
      store.change({ shiftMs });
    })
    // Without the cloud the page's own clock stays as it was set.
    .catch(() => undefined);
}

/** Buttons which move the clock, and what it shows. */
export function clockSection(
  boot: Boot,
  store: SettingsStore,
  failed: (text: string) => void,
  moved: () => void,
): HTMLElement {
  const output = make('output', { label: '手机时间' });
  const show = () => {
    const { shiftMs } = store.current;
    const shift = shiftMs === 0 ? '' : `（比现在快 ${Math.round(shiftMs / HOUR)} 小时）`;
    output.value = `${new Date().toLocaleString('zh-CN')}${shift}`;
  };
  const to = (shiftMs: number) => {
    move(boot, store, shiftMs)
      .catch(() => failed('云环境没有应答，只移动了手机的时钟。'))
      .finally(() => {
        show();
        moved();
      });
    show();
  };
  show();
  setInterval(show, 5000);
  return make(
    'div',
    {},
    output,
    make(
      'div',
      { class: 'mp-buttons' },
      ...STEPS.map(([label, step]) => pushButton(label, () => to(store.current.shiftMs + step))),
      pushButton('恢复', () => to(0)),
    ),
  );
}
