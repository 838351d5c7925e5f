import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { startLocalCloud } from './cloud';
import { messageOf, PlainError } from './platform/plain-error';
import { isObject } from './wire/json';

const USAGE =
  'usage: local-cloud --port N --data DIR --functions DIR ' +
  '[--environment FILE.json] [--variables FILE.json] [--no-timers]';

type Variables = Record<string, Record<string, string>>;

function readVariables(file: string | undefined): Variables {
  if (file === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${messageOf(error)}`);
  }
  const variables: Variables = {};
  for (const [name, values] of Object.entries(isObject(json) ? json : {})) {
    const own: Record<string, string> = {};
    for (const [key, value] of Object.entries(isObject(values) ? values : {})) {
      if (typeof value !== 'string') throw new PlainError(`${file}: ${name}.${key} must be a text`);
      own[key] = value;
    }
    variables[name] = own;
  }
  return variables;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        functions: { type: 'string' },
        environment: { type: 'string' },
        variables: { type: 'string' },
        'no-timers': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${messageOf(error)}\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { data, functions, environment } = options;
  const port = Number(options.port);
  if (data === undefined || functions === undefined || !(port >= 0 && port <= 65535)) {
    throw new PlainError(USAGE);
  }
  const cloud = await startLocalCloud({
    port,
    data,
    functions,
    ...(environment === undefined ? {} : { environment }),
    variables: readVariables(options.variables),
    timers: options['no-timers'] !== true,
    log: (line) => console.log(line),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void cloud.close().finally(() => process.exit(0));
    });
  }
  console.log(`ready ${cloud.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
});
