import { createServer, type IncomingMessage } from 'node:http';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly openid: string;
  readonly body: Buffer;
}

export interface FakeCloud {
  readonly url: string;
  /** What reached it, without the browser's own preflights and the shell's polling. */
  readonly seen: SeenRequest[];
  /** Answers by `METHOD /path`; a missing one is 404. */
  readonly answers: Map<string, { readonly status?: number; readonly body: unknown }>;
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
};

/** A server in place of a cloud which answers what a test tells it to. */
export async function startFakeCloud(): Promise<FakeCloud> {
  const seen: SeenRequest[] = [];
  const answers: FakeCloud['answers'] = new Map();
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const method = request.method ?? '';
      const path = request.url ?? '';
      const polling = path.startsWith('/local/') && method === 'GET';
      if (method !== 'OPTIONS' && !polling) {
        seen.push({ method, path, openid: String(request.headers['x-local-openid'] ?? ''), body });
      }
      const answer = answers.get(`${method} ${path.split('?')[0] ?? ''}`);
      const status = method === 'OPTIONS' ? 204 : (answer?.status ?? (answer ? 200 : 404));
      response.writeHead(status, { ...CORS, 'content-type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answers,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
