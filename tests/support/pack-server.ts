/** A static host on loopback that counts what it sends, and that can be told to misbehave. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Files } from './pack-maker';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Host {
  readonly url: string;
  /** What is asked for, in order: path and status. */
  readonly asked: string[];
  /** Bytes of bodies sent since `asked` was last emptied by `forget`. */
  readonly sent: () => number;
  readonly forget: () => void;
  /** Serves these files, with their hash as ETag. */
  serve(files: Files): void;
  /** Answers so when `path` is asked for, instead of the file (undefined: the file again). */
  instead(path: string, answer: Answer | undefined): void;
  close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  let files: Files = new Map();
  let sent = 0;
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    response.on('finish', () => asked.push(`${path} ${response.statusCode}`));
    const answer = answers.get(path);
    if (answer) return answer(request, response);
    const body = files.get(path);
    if (!body) return void response.writeHead(404).end('no such file');
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    sent += body.length;
    response.writeHead(200, { etag, 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    sent: () => sent,
    forget: () => {
      asked.length = 0;
      sent = 0;
    },
    serve: (next) => {
      files = next;
    },
    instead: (path, answer) => void (answer ? answers.set(path, answer) : answers.delete(path)),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
