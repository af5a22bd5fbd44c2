/** Adding a source, from an address or from files: what it is is told by its content. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readReceipt } from '../../../../lib/store/network/receipt';
import { addFromAddress, addFromFiles } from '../../../../lib/store/updates/add';
import type { Step } from '../../../../lib/store/updates/step';
import { bundleOf, type Files, newKey, PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { bridge, cheese, FIRST, SECOND } from '../../../support/pack-sky';
import { newDevice, openWorld, unreferenced, type World } from '../../../support/pack-world';

let host: Host;
let world: World;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  world = await openWorld({ now: () => new Date('2026-11-22T10:00:00Z') });
});

const record = (n: number, change: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: bridge(n).claim,
  author: { name: 'Bridge Desk' },
  reviewRating: { alternateName: 'False' },
  ...change,
});
const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const file = (name: string, content: Buffer) => new File([new Uint8Array(content)], name);
const filesOf = (files: Files) =>
  [...files].map(([path, content]) => file(path.replace('shards/', ''), content));
const refused = (run: Promise<unknown>) =>
  run.then(
    () => 'it was taken',
    (error: Error) => error.message,
  );

describe('addFromAddress', () => {
  it('adds a pack, with its key and what is needed to look for the next edition', async () => {
    const key = newKey();
    host.serve(new PackMaker('sky', key).publish(FIRST).files);
    const { kind, source } = await addFromAddress(world, ` ${host.url}pack.json#top `);
    expect(kind).toBe('added');
    expect(source).toMatchObject({
      id: 'pack:sky',
      kind: 'pack',
      title: 'The pack sky',
      licence: 'MIT',
      address: `${host.url}pack.json`,
      key: key.public,
      schedule: 'weekly',
      etag: expect.stringMatching(/^"/),
      looked: '2026-11-22T10:00:00.000Z',
      current: { serial: 1, checks: 6, reviews: 7, records: { taken: 13, refused: 0 } },
    });
    const receipt = await readReceipt(world.db);
    expect(receipt.length).toBe(host.asked.length);
    expect(new Set(receipt.map((r) => r.outcome))).toEqual(new Set(['done']));
  });

  it.each([
    ['an array', text([record(1), record(2)])],
    [
      'a DataFeed',
      text({ '@type': 'DataFeed', dataFeedElement: [{ item: [record(1)] }, { item: [record(2)] }] }),
    ],
    ['JSON lines', text(`${JSON.stringify(record(1))}\n${JSON.stringify(record(2))}\n`)],
    [
      'a page',
      text(`<html><script type="application/ld+json">${JSON.stringify([record(1), record(2)])}</script>`),
    ],
    [
      'a feed larger than any manifest',
      text({ padding: Array(500).fill('x'.repeat(10_000)), dataFeedElement: [record(1), record(2)] }),
    ],
  ])('adds %s', async (_, content) => {
    host.serve(new Map([['feed', content]]));
    const { kind, source } = await addFromAddress(world, `${host.url}feed`);
    expect([kind, source.kind, source.current.reviews, source.id]).toEqual([
      'added',
      'feed',
      2,
      `source:${host.url}feed`,
    ]);
  });

  it('tells how far it is', async () => {
    host.serve(new PackMaker('sky').publish(FIRST).files);
    const steps: Step[] = [];
    await addFromAddress(world, `${host.url}pack.json`, (step) => steps.push(step));
    const last = steps.filter((s) => s.doing === 'fetching').at(-1);
    expect(last?.done).toBe(last?.of);
    expect([...new Set(steps.map((s) => s.doing))]).toEqual(['asking', 'fetching', 'indexing']);
  });

  it('updates what is there already', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    await addFromAddress(world, `${host.url}pack.json`);
    expect((await addFromAddress(world, `${host.url}pack.json`)).kind).toBe('same');
    host.serve(maker.publish(SECOND).files);
    expect((await addFromAddress(world, `${host.url}pack.json`)).kind).toBe('updated');
    expect(await world.db.count('sources')).toBe(1);
  });

  it('stores the schedule that was agreed to, and keeps it when none is said', async () => {
    const address = `${host.url}pack.json`;
    const maker = new PackMaker('sky');
    const kept = async () => (await world.db.get('sources', 'pack:sky'))?.schedule;
    host.serve(maker.publish(FIRST).files);
    expect((await addFromAddress(world, address, undefined, 'never')).source.schedule).toBe('never');
    await addFromAddress(world, address);
    expect(await kept()).toBe('never');
    await addFromAddress(world, address, undefined, 'daily');
    expect(await kept()).toBe('daily');
    host.serve(maker.publish(SECOND).files);
    await addFromAddress(world, address, undefined, 'never');
    expect(await kept()).toBe('never');
  });

  it('lets a pack move to another address only with its key', async () => {
    for (const [key, moved] of [
      [newKey(), true],
      [undefined, false],
    ] as const) {
      newDevice();
      const here = await openWorld();
      const maker = new PackMaker('sky', key);
      const files = maker.publish(FIRST).files;
      host.serve(
        new Map(
          [...files].flatMap(([path, content]) => [
            [path, content],
            [`new/${path}`, content],
          ]),
        ),
      );
      await addFromAddress(here, `${host.url}pack.json`);
      const message = await refused(addFromAddress(here, `${host.url}new/pack.json`));
      if (moved) expect(message).toBe('it was taken');
      else expect(message).toContain('It is not signed');
      const address = (await here.db.get('sources', 'pack:sky'))?.address;
      expect(address).toBe(`${host.url}${moved ? 'new/' : ''}pack.json`);
    }
  });

  it.each([
    ['nothing of use', text('{"hello": "world"}'), 'ClaimReview'],
    ['something that is neither', text('Not found'), ''],
    ['an empty file', text(''), ''],
    ['an empty pack', text(new PackMaker('void').publish({}).manifest), 'is empty'],
  ])('says what to do about %s, and keeps nothing', async (_, content, words) => {
    host.serve(new Map([['x', content]]));
    const message = await refused(addFromAddress(world, `${host.url}x`));
    expect(message).toContain(words);
    expect(message.length).toBeGreaterThan(20);
    expect([await world.db.count('sources'), await unreferenced(world.db)]).toEqual([0, []]);
  });
});

describe('addFromFiles', () => {
  const maker = new PackMaker('sky');
  const first = maker.publish(FIRST);
  const second = maker.publish(SECOND, { afresh: true });

  it('adds a pack from pack.json with its shards, and from one file', async () => {
    expect(await addFromFiles(world, filesOf(first.files))).toMatchObject({
      kind: 'added',
      source: { id: 'pack:sky', schedule: 'never', current: { checks: 6, reviews: 7 } },
    });
    expect(await addFromFiles(world, [file('sky.pack', bundleOf(second))])).toMatchObject({
      kind: 'updated',
      source: { current: { serial: 2, checks: 6 }, previous: { serial: 1 } },
    });
    expect((await addFromFiles(world, filesOf(second.files))).kind).toBe('same');
    expect(await readReceipt(world.db)).toEqual([]);
  });

  it('keeps the address of a pack that is updated from a file', async () => {
    host.serve(first.files);
    await addFromAddress(world, `${host.url}pack.json`);
    const { source } = await addFromFiles(world, filesOf(second.files));
    expect(source).toMatchObject({ address: `${host.url}pack.json`, schedule: 'weekly' });
    expect(source.etag).toBeUndefined();
  });

  it('adds a feed, and replaces the one of the same name', async () => {
    const feed = (...n: number[]) => file('feed.json', text(n.map((k) => record(k))));
    expect((await addFromFiles(world, [feed(1, 2)])).source).toMatchObject({
      id: 'source:feed.json',
      title: 'feed.json',
    });
    expect((await addFromFiles(world, [feed(1, 2)])).kind).toBe('same');
    expect(await addFromFiles(world, [feed(2, 3, 4)])).toMatchObject({
      kind: 'updated',
      source: { current: { reviews: 3 } },
    });
  });

  it.each([
    ['a shard is missing', () => filesOf(first.files).slice(0, -1), 'was not chosen with it'],
    ['the bundle is cut short', () => [file('b', bundleOf(first).subarray(0, -50))], 'cut short'],
    ['two packs are chosen', () => [...filesOf(first.files), file('b', bundleOf(second))], 'several packs'],
    [
      'two feeds are chosen',
      () => [file('a.json', text([record(1)])), file('b.json', text([record(2)]))],
      'one feed',
    ],
    ['nothing is chosen', () => [], 'one feed'],
    ['a feed is broken', () => [file('a.json', text('[{"@type": "ClaimReview", '))], ''],
  ])('says what to do when %s', async (_, files, words) => {
    expect(await refused(addFromFiles(world, files()))).toContain(words);
    expect([await world.db.count('sources'), await unreferenced(world.db)]).toEqual([0, []]);
  });

  it('tells two long names apart that begin alike', async () => {
    const name = 'x'.repeat(190);
    for (const end of ['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb'])
      await addFromFiles(world, [file(name + end, text([record(1)]))]);
    const ids = await world.db.getAllKeys('sources');
    expect(ids.map((id) => id.length <= 220)).toEqual([true, true]);
  });

  it('orders word sets that were written in order of their names', async () => {
    const check = cheese(0, 'No.', 'comet .. <a-set>');
    const next = new PackMaker('sets').publish({
      checks: [check],
      sets: { 'z-set': ['cheese'], 'a-set': ['made of <z-set>'] },
    });
    const { source } = await addFromFiles(world, [file('b', bundleOf(next))]);
    expect(source.current.checks).toBe(1);
    expect(Object.keys(source.current.pack?.sets ?? {})).toEqual(['z-set', 'a-set']);
  });
});
