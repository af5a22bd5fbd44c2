/** Serves any page of any seed on loopback: `/SEED/NUMBER`, and what stands in its frames below that. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePage, type Page } from './page';

export interface PageServer {
  readonly url: string;
  /** The page as it is served. */
  page(seed: number, number: number): Page;
  close(): Promise<void>;
}

/** Pages that are kept: frames and pages gone back to are asked for again. */
const KEPT = 50;

export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, Page>();
  const pageAt = (seed: number, number: number): Page => {
    const key = `${seed} ${number}`;
    const page = pages.get(key) ?? makePage(seed, number);
    pages.set(key, page);
    const [oldest] = pages.keys();
    if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
    return page;
  };
  const server = createServer((request, response) => {
    const [, seed = '', number = '', frame = ''] = (request.url ?? '').split(/[/?#]/);
    if (seed === 'away')
      return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Away</title>');
    const file =
      /^\d+$/.test(seed) && /^\d+$/.test(number) && pageAt(Number(seed), Number(number)).files.get(frame);
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', file.type);
    if (file.policy) response.setHeader('content-security-policy', file.policy);
    return response.end(file.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    page: pageAt,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
