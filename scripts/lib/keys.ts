import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { generateKeys } from '@anshao/server/secrets';
import { PlainError } from './plain-error';

type Variables = Record<string, Record<string, string>>;

function read(file: string): Variables {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new PlainError(
      `${file} 读不出来，里面是密钥。${file} cannot be read; it holds the keys.`,
    );
  }
}

/**
 * The environment variables of each function, with its keys. They are made once for a data
 * folder and lie beside its database, readable by their owner alone; nobody could read old
 * reports with new keys.
 */
export function keysOf(data: string): Variables {
  const file = path.join(data, 'keys.json');
  if (fs.existsSync(file)) return read(file);
  const variables: Variables = {};
  for (const [name, keys] of Object.entries(generateKeys(randomBytes))) {
    variables[name] = { ANSHAO_KEYS: JSON.stringify(keys) };
  }
  fs.mkdirSync(data, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(variables, null, 1), { mode: 0o600, flag: 'wx' });
  return variables;
}
