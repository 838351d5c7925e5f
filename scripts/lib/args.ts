import { parseArgs } from 'node:util';
import { messageOf, PlainError } from './plain-error';

type Kind = 'text' | 'port' | 'flag';
type Value<K extends Kind> = K extends 'text' ? string : K extends 'port' ? number : true;
type Parsed<S extends Record<string, Kind>> = { [K in keyof S]?: Value<S[K]> };

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new PlainError(
      `--${name} 要一个 0 到 65535 的端口号。--${name} takes a port, 0 to 65535.`,
    );
  }
  return port;
}

/**
 * Reads a command's options.
 * @param shape option name → what it takes: a text, a port, or nothing (a flag)
 * @param usage one line shown when an option is not known
 * @throws PlainError for anything that is not in the shape
 */
export function readArgs<S extends Record<string, Kind>>(
  argv: readonly string[],
  shape: S,
  usage: string,
): Parsed<S> {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const [name, kind] of Object.entries(shape)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  let values: Record<string, string | boolean | undefined>;
  try {
    values = { ...parseArgs({ args: [...argv], options, strict: true }).values };
  } catch (error) {
    throw new PlainError(`参数不对：${messageOf(error)}\n用法 Usage: ${usage}`);
  }
  const parsed: Record<string, string | number | true> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === true) parsed[name] = true;
    else if (typeof value === 'string') {
      parsed[name] = shape[name] === 'port' ? portOf(name, value) : value;
    }
  }
  // The loop above gave every name the type that its kind stands for.
  return parsed as Parsed<S>;
}
