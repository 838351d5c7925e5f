import { createServer } from 'node:net';
import { codeOf, PlainError } from './plain-error';

/** Makes sure, before any work is done, that a port on this machine is free; 0 always is. */
export function requireFreePort(port: number): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(portError(port, error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

function portError(port: number, error: Error): Error {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new PlainError(
        `端口 ${port} 已被占用，用 --port 换一个。Port ${port} is taken, choose another with --port.`,
      );
    case 'EACCES':
      return new PlainError(
        `没有权限用端口 ${port}，请用 1024 以上的。Port ${port} needs rights, take one above 1024.`,
      );
    default:
      return error;
  }
}
