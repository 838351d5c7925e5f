import type { Phone } from '../shell/phone';

const SLOW_MS = 2500;

/** No answer came: no network, or the answer was lost on its way. */
export class NoAnswer extends Error {}

/** An answer whose body is read already. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

export interface Sending {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: XMLHttpRequestBodyInit;
  /** ms; 0: none. */
  readonly timeout?: number;
  readonly uploaded?: (sent: number, total: number) => void;
  readonly downloaded?: (received: number, total: number) => void;
}

/** A request under way. */
export interface Flight {
  readonly answer: Promise<Answer>;
  abort(): void;
}

/** The phone's network, as the shell sets it: every request of `wx` goes through here. */
export class Net {
  constructor(private readonly phone: Phone) {}

  get type(): 'wifi' | 'none' {
    return this.phone.settings.network === 'offline' ? 'none' : 'wifi';
  }

  get weak(): boolean {
    return this.phone.settings.network === 'slow';
  }

  send(sending: Sending): Flight {
    const request = new XMLHttpRequest();
    let aborted = false;
    const answer = (async () => {
      const { network } = this.phone.settings;
      if (network === 'offline') throw new NoAnswer('net::ERR_INTERNET_DISCONNECTED');
      if (network === 'slow') await new Promise((done) => setTimeout(done, SLOW_MS));
      if (aborted) throw new NoAnswer('abort');
      const result = await this.transfer(request, sending);
      if (network === 'lost') throw new NoAnswer('net::ERR_CONNECTION_RESET');
      return result;
    })();
    return {
      answer,
      abort() {
        aborted = true;
        request.abort();
      },
    };
  }

  /** Address of the cloud which the preview is connected to. */
  get cloud(): string | undefined {
    return this.phone.boot.cloud;
  }

  /** A temporary address of a file in the cloud, read as this person. */
  async cloudFileUrl(fileID: string): Promise<string> {
    if (this.cloud === undefined) throw new NoAnswer('no cloud is connected');
    const url = `${this.cloud}/client/storage/url?fileID=${encodeURIComponent(fileID)}`;
    const { status, body } = await this.send({ url, method: 'GET', headers: this.identity() })
      .answer;
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const address =
      typeof value === 'object' && value !== null ? Reflect.get(value, 'tempFileURL') : undefined;
    if (status >= 400 || typeof address !== 'string') throw new Error(`no such file: ${fileID}`);
    return address;
  }

  /** Who the phone is, for the local cloud: it stands for WeChat's own login. */
  identity(): Record<string, string> {
    return { 'x-local-openid': this.phone.person.openid };
  }

  private transfer(request: XMLHttpRequest, sending: Sending): Promise<Answer> {
    return new Promise((done, failed) => {
      request.open(sending.method, sending.url);
      request.responseType = 'arraybuffer';
      request.timeout = sending.timeout ?? 0;
      for (const [name, value] of Object.entries(sending.headers ?? {})) {
        // Browsers keep some names to themselves.
        if (!/^(referer|host|cookie|user-agent|content-length)$/i.test(name)) {
          request.setRequestHeader(name, value);
        }
      }
      request.upload.onprogress = (event) => sending.uploaded?.(event.loaded, event.total);
      request.onprogress = (event) => {
        const total = event.lengthComputable ? event.total : 0;
        sending.downloaded?.(event.loaded, total);
      };
      request.onload = () => {
        const body =
          request.response instanceof ArrayBuffer ? request.response : new ArrayBuffer(0);
        done({ status: request.status, headers: headersOf(request), body });
      };
      request.onerror = () => failed(new NoAnswer('net::ERR_CONNECTION_REFUSED'));
      request.ontimeout = () => failed(new NoAnswer('timeout'));
      request.onabort = () => failed(new NoAnswer('abort'));
      request.send(sending.body ?? null);
    });
  }
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of request.getAllResponseHeaders().trim().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon)] = line.slice(colon + 1).trim();
  }
  return headers;
}
