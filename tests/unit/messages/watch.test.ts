/** Ports by which a panel watches a frame: who may, what is believed, and that both ends let go. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (...args: never[]) => void;
/** One end of a port; what is posted comes to the other end's listeners. */
function end(sender?: object) {
  const heard: Listener[] = [];
  const gone: Listener[] = [];
  return {
    name: '',
    sender,
    posted: [] as unknown[],
    closed: false,
    onMessage: { addListener: (l: Listener) => void heard.push(l) },
    onDisconnect: { addListener: (l: Listener) => void gone.push(l) },
    postMessage(message: unknown) {
      this.posted.push(message);
    },
    disconnect() {
      this.closed = true;
    },
    hear: (message: unknown) => {
      for (const l of heard) l(message as never);
    },
    lose: () => {
      for (const l of gone) l();
    },
  };
}

const fake = vi.hoisted(() => ({
  connecting: new Set<(port: never) => void>(),
  connect: (..._: unknown[]): unknown => undefined,
}));
vi.mock('../../../lib/browser', () => ({
  browser: {
    runtime: {
      id: 'factmark-id',
      lastError: null,
      getURL: (path: string) => `chrome-extension://factmark-id/${path}`,
      onConnect: {
        addListener: (l: (port: never) => void) => void fake.connecting.add(l),
        removeListener: (l: (port: never) => void) => void fake.connecting.delete(l),
      },
    },
    tabs: { connect: (...args: unknown[]) => fake.connect(...args) },
  },
}));
const { serveWatchers, watchFrame } = await import('../../../lib/messages/watch');

const NAME = 'factmark/watch';
let life: AbortController;
beforeEach(() => {
  fake.connecting.clear();
  life = new AbortController();
});
const arrive = (port: ReturnType<typeof end>, name = NAME) => {
  port.name = name;
  for (const listener of fake.connecting) listener(port as never);
  return port;
};
const PANEL = { id: 'factmark-id', url: 'chrome-extension://factmark-id/sidepanel.html' };

describe('a frame', () => {
  it('tells our own panels, until they are gone', () => {
    const tells: ((now: { edition: number; inView: undefined }) => void)[] = [];
    const ends: AbortSignal[] = [];
    serveWatchers((tell, gone) => {
      tells.push(tell);
      ends.push(gone);
    }, life.signal);
    const port = arrive(end(PANEL));
    const now = { edition: 1, inView: undefined };
    tells[0]?.(now);
    port.lose();
    tells[0]?.({ ...now, edition: 2 });
    expect(port.posted).toEqual([now]);
    expect(ends[0]?.aborted).toBe(true);
  });

  it.each([
    ['another extension', { id: 'other', url: PANEL.url }, NAME],
    ['a content script', { id: 'factmark-id', url: 'https://a.example/', tab: { id: 1 } }, NAME],
    ['a port of another name', PANEL, 'factmark/working'],
    ['nobody', undefined, NAME],
  ])('tells nothing to %s', (_, sender, name) => {
    const watchers = vi.fn();
    serveWatchers(watchers, life.signal);
    arrive(end(sender), name);
    expect(watchers).not.toHaveBeenCalled();
  });

  it('lets all ports go when its page is left, and takes new ones', () => {
    const ends: AbortSignal[] = [];
    const letGo = serveWatchers((_, gone) => void ends.push(gone), life.signal);
    const before = arrive(end(PANEL));
    letGo();
    expect(before.closed).toBe(true);
    const after = arrive(end(PANEL));
    expect(after.closed).toBe(false);
    expect(ends.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('lets all ports go when it ends', () => {
    serveWatchers(() => {}, life.signal);
    const port = arrive(end(PANEL));
    life.abort();
    expect(port.closed).toBe(true);
    expect(fake.connecting.size).toBe(0);
  });
});

describe('a panel', () => {
  it('believes only what a frame of ours can tell, and hears when it ends', () => {
    const port = end();
    const asked: unknown[] = [];
    fake.connect = (...args) => {
      asked.push(args);
      return port;
    };
    const told = vi.fn();
    const over = vi.fn();
    watchFrame(7, 3, told, over, life.signal);
    expect(asked).toEqual([[7, { name: NAME, frameId: 3 }]]);
    for (const wrong of [
      null,
      1,
      {},
      { edition: '1' },
      { edition: 1, inView: 2 },
      { edition: 1, inView: 'x'.repeat(10_001) },
    ])
      port.hear(wrong);
    expect(told).not.toHaveBeenCalled();
    port.hear({ edition: 1, inView: 'a key' });
    port.hear({ edition: 2, inView: undefined });
    expect(told).toHaveBeenCalledTimes(2);
    port.lose();
    expect(over).toHaveBeenCalledOnce();
    life.abort();
    expect(port.closed).toBe(true);
  });
});
