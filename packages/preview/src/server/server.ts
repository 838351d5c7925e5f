import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { iconSvg } from '../build/icons';
import { findProject } from '../build/project';
import type { Boot } from '../runtime/host';
import { fontFile, fontStyle } from './fonts';
import { pageHtml } from './html';
import { NOBODY, readPeople } from './people';
import { runtimeBundle } from './runtime-bundle';
import { Session } from './session';
import { isAsset, sendFile, sendText } from './static';

export interface PreviewOptions {
  /** Folder of a mini-program: of its app.json or its project.config.json. */
  readonly project: string;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Base address of a local cloud for wx.cloud. */
  readonly cloud?: string;
  /** File with people and codes; see people.ts. */
  readonly people?: string;
  /** Follow edits; true unless said. */
  readonly watch?: boolean;
  /** Takes what would go to the terminal. Silent unless given. */
  readonly log?: (line: string) => void;
}

export interface Preview {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Resolves when nothing of it is left: no watch, no connection, no port. */
  close(): Promise<void>;
}

const JS = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Builds a project and serves it on the loopback address. Errors of the project are shown on the
 * page; this rejects, with a plain sentence, only when there is no project or no port.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const place = findProject(options.project);
  const session = new Session(place, {
    watch: options.watch ?? true,
    log: options.log ?? (() => undefined),
  });
  const server = createServer((request, response) => {
    answer(session, options, request, response).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      options.log?.(`error: ${text}`);
      if (!response.headersSent) sendText(response, 500, 'text/plain; charset=utf-8', text);
    });
  });
  const port = await listen(server, options.port ?? 0);
  try {
    await Promise.all([session.start(), runtimeBundle()]);
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await session.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(taken ? new Error(`Port ${port} is taken: give another one with --port.`) : error);
    });
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function answer(
  session: Session,
  options: PreviewOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://preview').pathname);
  const runtime = await runtimeBundle();
  switch (path) {
    case '/':
      return page(session, options, response);
    case '/preview/events':
      return session.listen(response);
    case '/preview/runtime.js':
      return sendText(response, 200, JS, runtime.script);
    case '/preview/runtime.css':
      return sendText(response, 200, CSS, runtime.style);
    case '/preview/app.js':
      return sendText(response, 200, JS, session.shown?.script ?? '');
    case '/preview/app.js.map':
      return sendText(response, 200, 'application/json', session.shown?.scriptMap ?? '{}');
    case '/preview/app.css':
      return sendText(response, 200, CSS, session.shown?.style ?? '');
    case '/preview/fonts.css':
      return sendText(response, 200, CSS, fontStyle(), FOREVER);
    default:
      return file(session, path, response);
  }
}

function page(session: Session, options: PreviewOptions, response: ServerResponse): void {
  const demonstration = options.people === undefined ? NOBODY : readPeople(options.people);
  const boot: Boot = {
    projectName: session.place.name,
    appid: session.place.appid,
    ...(options.cloud === undefined ? {} : { cloud: options.cloud.replace(/\/+$/, '') }),
    ...demonstration,
  };
  const html = pageHtml({ boot, state: session.state() }, session.shown !== undefined);
  sendText(response, 200, 'text/html; charset=utf-8', html);
}

/** Fonts, icons and the project's images. */
function file(session: Session, path: string, response: ServerResponse): void {
  const [, space, ...rest] = path.split('/');
  const name = rest.join('/');
  const icon = space === 'preview' ? /^icons\/([\w-]+)\.svg$/.exec(name)?.[1] : undefined;
  const svg = icon === undefined ? undefined : iconSvg(icon);
  if (svg !== undefined) {
    sendText(response, 200, 'image/svg+xml', svg, FOREVER);
  } else if (space === 'preview' && rest[0] === 'fonts') {
    sendFile(response, fontFile(name), FOREVER);
  } else if (space === 'project' && !rest.includes('..') && isAsset(name)) {
    sendFile(response, session.assetFile(name), 'no-cache');
  } else {
    sendText(response, 404, 'text/plain; charset=utf-8', 'not found');
  }
}
