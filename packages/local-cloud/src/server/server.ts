import http from 'node:http';
import { ConnectionLost } from '../faults/apply';
import { codeOf, messageOf, PlainError } from '../platform/plain-error';
import { admin } from './admin';
import { client } from './client';
import { corsHeaders, isLoopbackHost } from './cors';
import { files } from './files';
import { local } from './local';
import { failureOf, json, type Reply, send } from './reply';
import type { Request } from './request';
import type { Services } from './services';

type Handler = (services: Services, request: Request) => Promise<Reply>;

const HANDLERS: Readonly<Record<string, Handler>> = { admin, client, local, storage: files };

/** The HTTP side of the cloud; it listens on the loopback address alone. */
export class Server {
  private readonly http: http.Server;
  private services: Services | undefined;
  url = '';

  constructor(private readonly log: (line: string) => void) {
    this.http = http.createServer((message, response) => {
      void this.answer(message, response);
    });
    // Longer than any client keeps an idle connection: it must not be closed under a new request.
    this.http.keepAliveTimeout = 120_000;
    // Uploads from a slow phone may take longer than Node's five minutes' default allows.
    this.http.requestTimeout = 0;
  }

  /**
   * Takes the port. Requests are answered once `open` was called.
   * @throws PlainError when another program has the port
   */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', (error) => {
        const taken = codeOf(error) === 'EADDRINUSE';
        reject(taken ? new PlainError(`Port ${port} is taken by another program.`) : error);
      });
      this.http.listen(port, '127.0.0.1', resolve);
    });
    const address = this.http.address();
    const bound = typeof address === 'object' && address !== null ? address.port : port;
    this.url = `http://127.0.0.1:${bound}`;
  }

  open(services: Services): void {
    this.services = services;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.http.close(() => resolve());
    });
  }

  private async answer(message: http.IncomingMessage, response: http.ServerResponse) {
    response.on('error', () => undefined);
    try {
      const cors = corsHeaders(message.headers.origin);
      const reply = await this.reply(message, cors !== undefined);
      if (response.destroyed) return;
      send(
        response,
        { ...reply, headers: { ...reply.headers, ...cors } },
        message.method !== 'HEAD',
      );
      // What was not read of a refused upload must not hold the connection.
      if (!message.complete) message.resume();
    } catch (error) {
      if (error instanceof ConnectionLost && error.how === 'reset') {
        message.socket.resetAndDestroy();
      } else {
        if (!(error instanceof ConnectionLost)) this.log(messageOf(error));
        message.socket.destroy();
      }
    }
  }

  private async reply(message: http.IncomingMessage, originOk: boolean): Promise<Reply> {
    if (!isLoopbackHost(message.headers.host ?? '') || !originOk) {
      return json({ code: 'INVALID_REQUEST_SOURCE', message: 'only pages of this machine' }, 403);
    }
    if (message.method === 'OPTIONS') return { status: 204, headers: {}, body: '' };
    const url = new URL(message.url ?? '/', this.url);
    let parts: string[];
    try {
      parts = url.pathname.slice(1).split('/').map(decodeURIComponent);
    } catch {
      return json({ code: 'INVALID_PARAM', message: 'the address cannot be decoded' }, 400);
    }
    const [area = '', ...rest] = parts;
    const handler = HANDLERS[area];
    if (this.services === undefined) return json({ code: 'SYS_ERR', message: 'starting' }, 503);
    if (handler === undefined) {
      return json({ code: 'INVALID_ACTION', message: `nothing answers at /${area}` }, 404);
    }
    const request = { method: message.method ?? 'GET', rest, query: url.searchParams, message };
    try {
      return await handler(this.services, request);
    } catch (error) {
      if (error instanceof ConnectionLost) throw error;
      return json(failureOf(error, this.log), 500);
    }
  }
}
