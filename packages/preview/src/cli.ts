import { parseArgs } from 'node:util';
import { type PreviewOptions, startPreview } from './server/server';

const USAGE = 'preview --project DIR [--port N] [--cloud URL] [--people FILE.json] [--no-watch]';

/** Reads the command line; throws a plain sentence when something is wrong with it. */
function readOptions(args: string[]): PreviewOptions {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      project: { type: 'string' },
      port: { type: 'string', default: '5280' },
      cloud: { type: 'string' },
      people: { type: 'string' },
      watch: { type: 'boolean', default: true },
    },
  });
  if (values.project === undefined) throw new Error(`Which project? ${USAGE}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`);
  }
  if (values.cloud !== undefined && !URL.canParse(values.cloud)) {
    throw new Error(
      `--cloud must be an address such as http://127.0.0.1:5190, not ${values.cloud}.`,
    );
  }
  return {
    project: values.project,
    port,
    watch: values.watch,
    log: (line) => console.error(line),
    ...(values.cloud === undefined ? {} : { cloud: values.cloud }),
    ...(values.people === undefined ? {} : { people: values.people }),
  };
}

try {
  const preview = await startPreview(readOptions(process.argv.slice(2)));
  console.log(`ready ${preview.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void preview.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
