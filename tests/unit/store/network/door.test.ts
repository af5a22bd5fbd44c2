/** The one door to the network, against a real host that behaves and misbehaves. */
import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { whole } from '../../../../lib/store/network/body';
import { get, type Wanted } from '../../../../lib/store/network/door';
import { NetworkError } from '../../../../lib/store/network/error';
import {
  completeRequest,
  eraseReceipt,
  MOST_REQUESTS,
  noteRequest,
  readReceipt,
} from '../../../../lib/store/network/receipt';
import { type Host, startHost } from '../../../support/pack-server';
import { newDevice, openWorld, SHORT, type World } from '../../../support/pack-world';

let host: Host;
let world: World;
beforeAll(async () => {
  host = await startHost();
  host.serve(new Map([['a.json', Buffer.from('{"a":1}')]]));
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  world = await openWorld();
});
afterEach(() => vi.restoreAllMocks());

const WANTED: Wanted = { source: 'pack:sky', why: 'to test', most: 1_000 };

/** Asks and reads to the end; answers with the text, `same`, or the error's message. */
async function ask(path: string, wanted: Partial<Wanted> = {}, here: World = world): Promise<string> {
  try {
    const got = await get(here, path.includes(':') ? path : host.url + path, { ...WANTED, ...wanted });
    return got.kind === 'same' ? 'same' : Buffer.from(await whole(got.chunks)).toString();
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkError);
    return (error as Error).message;
  }
}
const outcomes = async () => (await readReceipt(world.db)).map((r) => [r.status, r.bytes, r.outcome]);

describe('get', () => {
  it('brings a body, with what the server says of it, and writes the request down', async () => {
    const got = await get(world, `${host.url}a.json#part`, WANTED);
    if (got.kind !== 'body') throw new Error(got.kind);
    expect(await readReceipt(world.db)).toMatchObject([{ outcome: 'running', url: `${host.url}a.json` }]);
    expect(Buffer.from(await whole(got.chunks)).toString()).toBe('{"a":1}');
    expect(got).toMatchObject({ etag: expect.stringMatching(/^"/), length: 7, type: 'application/json' });
    expect(await readReceipt(world.db)).toEqual([
      {
        when: expect.stringMatching(/^20.*Z$/),
        url: `${host.url}a.json`,
        why: 'to test',
        source: 'pack:sky',
        bytes: 7,
        status: 200,
        outcome: 'done',
      },
    ]);
  });

  it('asks on condition, and hears that it is the same', async () => {
    const got = await get(world, `${host.url}a.json`, WANTED);
    if (got.kind !== 'body' || got.etag === undefined) throw new Error('no tag');
    await whole(got.chunks);
    expect(await ask('a.json', { etag: got.etag })).toBe('same');
    expect(await outcomes()).toEqual([
      [304, 0, 'same'],
      [200, 7, 'done'],
    ]);
  });

  it('tells nothing about the reader', async () => {
    const headers: Record<string, unknown> = {};
    host.instead('headers', (request, response) => {
      Object.assign(headers, request.headers);
      response.end('{}');
    });
    const asked = vi.fn(fetch);
    await ask('headers', {}, { ...world, fetch: asked });
    expect(asked.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(Object.keys(headers)).not.toContain('cookie');
    expect(Object.keys(headers)).not.toContain('referer');
  });

  it.each([
    ['file:///etc/passwd', 'must begin with https://'],
    ['javascript:alert(1)', 'must begin with https://'],
    ['chrome-extension://x:1/y', 'must begin with https://'],
    ['not an address: at all', 'must begin with https://'],
    ['https://user:secret@host.example/', 'user name or a password'],
  ])('refuses %s before anything is asked', async (address, words) => {
    const asked = vi.fn(fetch);
    expect(await ask(address, {}, { ...world, fetch: asked })).toContain(words);
    expect([asked.mock.calls, await outcomes()]).toEqual([[], []]);
  });

  it.each([
    [404, 'has nothing at this address (404). Check the address'],
    [403, 'does not give this file to everybody (403)'],
    [429, 'asked too often'],
    [500, 'has a fault of its own (500). Try again later'],
    [204, 'no file (204)'],
  ])('says what %s means and what to do', async (status, words) => {
    host.instead('bad', (_, response) => response.writeHead(status).end());
    expect(await ask('bad')).toContain(words);
    expect(await outcomes()).toEqual([[status, 0, expect.stringContaining(words)]]);
  });

  it('follows no redirect', async () => {
    host.instead('moved', (_, response) => response.writeHead(302, { location: '/a.json' }).end());
    host.forget();
    expect(await ask('moved')).toContain('sends you on to another address');
    expect(host.asked).toEqual(['moved 302']);
  });

  it('reads no more than it may, by what is promised', async () => {
    host.instead('large', (_, response) => response.end(Buffer.alloc(5_000)));
    expect(await ask('large')).toContain('larger than the 1 kB it may have');
    expect(await outcomes()).toEqual([[200, 0, expect.stringContaining('larger')]]);
  });

  it('reads no more than it may, however much comes unpacked or without end', async () => {
    const bomb = gzipSync(Buffer.alloc(50 << 20));
    host.instead('bomb', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    expect(await ask('bomb')).toContain('larger than the 1 kB');
    let written = 0;
    host.instead('endless', (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000))) written += 1_000;
      };
      response.on('drain', more);
      more();
    });
    expect(await ask('endless', { most: 100_000 })).toContain('larger than the 100 kB');
    expect(written).toBeLessThan(20e6);
    for (const [, bytes] of await outcomes()) expect(bytes as number).toBeLessThan(1e6);
  });

  it('gives up on who sends nothing at first, or stops in the middle, or drips for ever', async () => {
    host.instead('silent', () => {});
    const hurried = { ...world, limits: SHORT };
    expect(await ask('silent', {}, hurried)).toContain('sent nothing for');
    host.instead('stops', (_, response) => response.writeHead(200).write('{"a"'));
    expect(await ask('stops', {}, hurried)).toContain('sent nothing for');
    host.instead('drips', (_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const limits = { first: 5_000, silence: 5_000, overall: 300 };
    expect(await ask('drips', {}, { ...world, limits })).toContain('took too long');
    expect((await outcomes()).map(([status]) => status)).toEqual([200, 200, 0]);
  });

  it('says that a connection broke off, or was never made', async () => {
    host.instead('cut', (_, response) => {
      response.writeHead(200, { 'content-length': 500 }).write('{"a":');
      setImmediate(() => response.destroy());
    });
    expect(await ask('cut')).toContain('broke off');
    host.instead('reset', (request) => request.socket.resetAndDestroy());
    expect(await ask('reset')).toContain('could not be reached. Check your connection');
    expect(await ask('http://127.0.0.1:1/')).toContain('could not be reached');
  });

  it('notices fewer bytes than were promised even where the browser does not', async () => {
    const short = async () => new Response('{"a"', { headers: { 'content-length': '500' } });
    expect(await ask('short', {}, { ...world, fetch: short })).toContain(
      'promised 500 bytes and sent 4 bytes',
    );
  });

  it('ends with its signal, and asks nothing after that', async () => {
    const ending = new AbortController();
    host.instead('silent', () => ending.abort(new Error('cancelled')));
    const here = { ...world, signal: ending.signal };
    await expect(get(here, `${host.url}silent`, WANTED)).rejects.toThrow('cancelled');
    host.forget();
    await expect(get(here, `${host.url}a.json`, WANTED)).rejects.toThrow('cancelled');
    expect([host.asked, (await outcomes()).length]).toEqual([[], 1]);
  });

  it('ends a transfer that nobody reads to its end', async () => {
    host.instead('two', (_, response) => response.writeHead(200).write('one'));
    const got = await get(world, `${host.url}two`, WANTED);
    if (got.kind !== 'body') throw new Error(got.kind);
    for await (const _ of got.chunks) break;
    expect(await outcomes()).toEqual([[200, 3, 'ended before all of it was read']]);
  });

  it('writes down that an answer was not read at all', async () => {
    host.instead('two', (_, response) => response.writeHead(200).write('one'));
    const got = await get(world, `${host.url}two`, WANTED);
    if (got.kind !== 'body') throw new Error(got.kind);
    await got.chunks.return(undefined);
    expect(await outcomes()).toEqual([[200, 0, 'ended before all of it was read']]);
  });

  it('makes no request that it can’t write down', async () => {
    const asked = vi.fn(fetch);
    world.db.close();
    expect(await ask('a.json', {}, { ...world, fetch: asked })).toContain('could not be written down');
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the receipt', () => {
  const request = { when: '2026-11-22T10:00:00Z', url: 'https://a.example/', why: '', source: '' };

  it('keeps the newest, newest first, and cuts what is long', async () => {
    const tx = world.db.transaction('requests', 'readwrite');
    const ended = { bytes: 0, status: 200, outcome: 'done' };
    for (let n = 0; n < MOST_REQUESTS; n++)
      tx.store.put({ ...request, ...ended, why: String(n) }).catch(() => {});
    await tx.done;
    for (let n = 0; n < 3; n++) await noteRequest(world.db, { ...request, why: String(MOST_REQUESTS + n) });
    await noteRequest(world.db, { ...request, url: `https://a.example/${'x'.repeat(5_000)}` });
    const kept = await readReceipt(world.db);
    expect([kept.length, kept[0]?.url.length, kept[1]?.why, kept.at(-1)?.why]).toEqual([
      10_000,
      2_000,
      '10002',
      '4',
    ]);
  });

  it('is erased, and stays so when a request that was running ends', async () => {
    const number = await noteRequest(world.db, request);
    await eraseReceipt(world.db);
    await completeRequest(world.db, number, { bytes: 1, status: 200, outcome: 'done' });
    expect(await readReceipt(world.db)).toEqual([]);
  });

  it('fails no request that has ended', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const number = await noteRequest(world.db, request);
    world.db.close();
    await completeRequest(world.db, number, { bytes: 1, status: 200, outcome: 'done' });
    expect(warn).toHaveBeenCalledOnce();
  });
});
