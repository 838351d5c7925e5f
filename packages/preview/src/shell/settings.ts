/** How the phone's network behaves. `lost`: the request goes out, its answer never comes. */
export type Network = 'online' | 'slow' | 'offline' | 'lost';

export interface NewPerson {
  readonly openid: string;
  readonly name: string;
}

/** What is set beside the phone, kept in the browser for a project. */
export interface Settings {
  /** openid of whoever holds the phone; empty: the first of the demonstration. */
  readonly who: string;
  /** A person can have a second phone: the same openid, another local storage. */
  readonly phone: 1 | 2;
  readonly font: number;
  /** Width of the screen in px; the frame is 844 high. */
  readonly width: number;
  readonly network: Network;
  /** How far the clock is moved, ms. */
  readonly shiftMs: number;
  /** People whom the visitor added. */
  readonly added: readonly NewPerson[];
}

export const FONTS = [1, 1.4, 1.6] as const;
export const WIDTHS = [320, 390, 430] as const;
export const NETWORKS: readonly Network[] = ['online', 'slow', 'offline', 'lost'];

export const DEFAULTS: Settings = {
  who: '',
  phone: 1,
  font: 1,
  width: 390,
  network: 'online',
  shiftMs: 0,
  added: [],
};

/** What the address presets for this load: `?who=…&phone=2&font=1.6&width=320&network=…&bare=1`. */
export interface Preset {
  readonly values: Partial<Settings>;
  readonly bare: boolean;
  readonly widthGiven: boolean;
}

/** Reads the address's query; values which make no sense are passed over. */
export function readPreset(search: string): Preset {
  const query = new URLSearchParams(search);
  const font = Number(query.get('font') ?? Number.NaN);
  const width = Number(query.get('width') ?? Number.NaN);
  const network = NETWORKS.find((name) => name === query.get('network'));
  const who = query.get('who');
  const widthGiven = width >= 240 && width <= 1024;
  return {
    values: {
      ...(who ? { who } : {}),
      ...(query.get('phone') === '2' ? { phone: 2 as const } : {}),
      ...(font >= 0.8 && font <= 3 ? { font } : {}),
      ...(widthGiven ? { width } : {}),
      ...(network ? { network } : {}),
    },
    bare: query.get('bare') === '1',
    widthGiven,
  };
}

/** Settings from what was kept; anything damaged falls back to its default. */
export function parseSettings(text: string | null): Settings {
  const kept = parseObject(text);
  const added = Array.isArray(kept['added']) ? kept['added'].filter(isNewPerson) : [];
  const numberOr = (name: string, otherwise: number) => {
    const value = kept[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  };
  return {
    who: typeof kept['who'] === 'string' ? kept['who'] : '',
    phone: kept['phone'] === 2 ? 2 : 1,
    font: numberOr('font', DEFAULTS.font),
    width: numberOr('width', DEFAULTS.width),
    network: NETWORKS.find((name) => name === kept['network']) ?? DEFAULTS.network,
    shiftMs: numberOr('shiftMs', 0),
    added,
  };
}

function parseObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isNewPerson(value: unknown): value is NewPerson {
  if (typeof value !== 'object' || value === null) return false;
  const { openid, name }: Record<string, unknown> = { ...value };
  return typeof openid === 'string' && typeof name === 'string';
}

/** The settings of one project, kept in localStorage. */
export class SettingsStore {
  private kept: Settings;
  readonly preset: Preset;

  constructor(
    private readonly key: string,
    search: string,
  ) {
    this.kept = parseSettings(localStorage.getItem(key));
    this.preset = readPreset(search);
  }

  get current(): Settings {
    return { ...this.kept, ...this.preset.values };
  }

  /**
   * Keeps a change. A value which the address had preset is taken out of the address: what is
   * chosen by hand wins from then on.
   */
  change(change: Partial<Settings>): void {
    this.kept = { ...this.kept, ...change };
    localStorage.setItem(this.key, JSON.stringify(this.kept));
    const address = new URL(location.href);
    const values: { -readonly [K in keyof Settings]?: Settings[K] } = this.preset.values;
    for (const name of Object.keys(change)) {
      address.searchParams.delete(name);
      Reflect.deleteProperty(values, name);
    }
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }
}
