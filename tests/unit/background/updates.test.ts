/** Scheduled updates: one alarm, the sources that are due, and open pages told when something changed. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepUpToDate } from '../../../entrypoints/background/updates';
import type { Live, LiveLibrary } from '../../../lib/store/live';
import { addFromAddress } from '../../../lib/store/updates/add';
import { withLock } from '../../../lib/store/updates/lock';
import { PackMaker } from '../../support/pack-maker';
import { type Host, startHost } from '../../support/pack-server';
import { FIRST, SECOND } from '../../support/pack-sky';
import { newDevice, openWorld, type World } from '../../support/pack-world';

/** The browser's alarms and session storage, as far as they are used. */
const fake = vi.hoisted(() => ({
  alarms: new Map<string, unknown>(),
  ring: undefined as ((alarm: { name: string }) => unknown) | undefined,
  session: [] as unknown[],
}));
vi.mock('../../../lib/browser', () => ({
  browser: {
    alarms: {
      onAlarm: {
        addListener: (listener: typeof fake.ring) => {
          fake.ring = listener;
        },
      },
      get: async (name: string) => fake.alarms.get(name),
      create: async (name: string, info: unknown) => void fake.alarms.set(name, info),
    },
    storage: {
      session: {
        set: async (items: unknown) => void fake.session.push(items),
        remove: async (key: string) => void fake.session.push(`removed ${key}`),
      },
    },
  },
}));

let host: Host;
let world: World;
let time: number;
let again: ReturnType<typeof vi.fn>;
let cut: () => void;
let after: ReturnType<typeof vi.fn<() => Promise<void>>>;
/** Called at each step of the work. */
let step: (name: string) => void;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  fake.alarms.clear();
  fake.session.length = 0;
  time = Date.parse('2026-11-22T10:00:00Z');
  world = await openWorld({ now: () => new Date(time) });
  again = vi.fn(async () => {});
  const live = Object.assign(async () => ({ database: world.db }) as unknown as Live, {
    again,
  }) as LiveLibrary;
  step = () => {};
  after = vi.fn(async () => {});
  cut = keepUpToDate(live, { now: world.now, step: async (name) => step(name) }, () => after());
});
afterEach(() => vi.restoreAllMocks());

const DAY = 24 * 3_600_000;
const ring = (name = 'updates') => fake.ring?.({ name });

describe('the alarm', () => {
  it('is made once, and keeps its time when the worker wakes again', async () => {
    await vi.waitFor(() =>
      expect([...fake.alarms.values()]).toEqual([{ delayInMinutes: 5, periodInMinutes: 60 }]),
    );
    const first = fake.alarms.get('updates');
    keepUpToDate((async () => {}) as unknown as LiveLibrary);
    await Promise.resolve();
    expect(fake.alarms.get('updates')).toBe(first);
  });

  it('is made again where a clock that ran ahead set it, and not where the clock stands right', async () => {
    const hour = 3_600_000;
    for (const [ahead, isNew] of [
      [10 * 365 * 24 * hour, true],
      [24 * hour, true],
      [hour, false],
      [-hour, false],
    ] as const) {
      const there = { scheduledTime: Date.now() + ahead };
      fake.alarms.set('updates', there);
      keepUpToDate((async () => {}) as unknown as LiveLibrary);
      await new Promise((done) => setTimeout(done));
      expect(fake.alarms.get('updates') !== there, `${ahead / hour} hours ahead`).toBe(isNew);
    }
  });

  it('brings what is due up to date, tells the library once, and asks nothing before its time', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    await addFromAddress(world, `${host.url}pack.json`);
    host.serve(maker.publish(SECOND).files);
    host.forget();
    await ring();
    expect([host.asked, again.mock.calls.length]).toEqual([[], 0]);
    time += 7 * DAY;
    await ring('another');
    await ring();
    expect((await world.db.get('sources', 'pack:sky'))?.current.serial).toBe(2);
    expect(again).toHaveBeenCalledOnce();
    expect(after).toHaveBeenCalledTimes(2);
    host.forget();
    await ring();
    expect(host.asked).toEqual([]);
    time += 7 * DAY;
    await ring();
    expect([host.asked, again.mock.calls.length]).toEqual([['pack.json 304'], 1]);
    expect(fake.session[1]).toEqual({
      updating: { source: 'pack:sky', step: expect.objectContaining({ doing: 'asking' }) },
    });
    expect(fake.session.at(-1)).toBe('removed updating');
  });

  it('goes on after one that fails, and leaves off when somebody else is at the library', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const files = new Map<string, Buffer>();
    for (const id of ['one', 'two'])
      for (const [path, content] of new PackMaker(id).publish(FIRST).files)
        files.set(`${id}/${path}`, content);
    host.serve(files);
    for (const id of ['one', 'two']) await addFromAddress(world, `${host.url}${id}/pack.json`);
    time += 7 * DAY;
    host.serve(new Map([...files].filter(([path]) => !path.startsWith('one'))));
    await withLock(async () => ring());
    expect((await world.db.getAll('sources')).map((s) => s.looked?.slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-11-22',
    ]);
    await ring();
    const [one, two] = await world.db.getAll('sources');
    expect([one?.failed, two?.failed]).toEqual([expect.stringContaining('404'), undefined]);
    expect([one?.looked, two?.looked].map((d) => d?.slice(0, 10))).toEqual(['2026-11-29', '2026-11-29']);
  });

  it('is cut for a reader who needs the library, says nothing of it, and goes on at the next', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    await addFromAddress(world, `${host.url}pack.json`);
    host.serve(maker.publish(SECOND, { afresh: true }).files);
    time += 7 * DAY;
    const before = await world.db.get('sources', 'pack:sky');
    step = (name) => {
      if (name === 'begin') cut();
    };
    await ring();
    expect(await world.db.get('sources', 'pack:sky')).toEqual(before);
    expect([warn.mock.calls, again.mock.calls, fake.session.at(-1)]).toEqual([[], [], 'removed updating']);
    // Nor does what waits for it begin.
    expect(after).not.toHaveBeenCalled();
    step = () => {};
    await ring();
    expect((await world.db.get('sources', 'pack:sky'))?.current.serial).toBe(2);
  });
});
