/** Hosts that lie, break or are broken: the edition that is installed answers as before, and the reader is told what to do. */
import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../../lib/claims';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { updateSource } from '../../../../lib/store/updates/update';
import { altered, newKey, PackMaker, type Published, pathOf } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { cheese, FIRST, SECOND, SENTENCES } from '../../../support/pack-sky';
import { answers, newDevice, openWorld, SHORT, unreferenced, type World } from '../../../support/pack-world';

const key = newKey();
const maker = new PackMaker('sky', key);
const first = maker.publish(FIRST);
const second = maker.publish(SECOND, { afresh: true });
/** A shard of the second edition that the first does not have. */
const fresh = [...second.files.keys()].find((path) => !first.files.has(path)) as string;

let host: Host;
let world: World;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  world = await openWorld();
  host.serve(first.files);
  await addFromAddress(world, `${host.url}pack.json`);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const path of ['pack.json', fresh]) host.instead(path, undefined);
});

const bytes = (path: string) => second.files.get(path) as Buffer;
/** The edition with one of its files changed. */
const spoiled = (path: string, to: (bytes: Buffer) => Buffer): Published => ({
  manifest: second.manifest,
  files: new Map([...second.files, [path, to(bytes(path))]]),
});
const manifestFile = (change: Partial<Manifest>) => altered(second, change, key);
const anyText = (text: string): Published => ({
  manifest: second.manifest,
  files: new Map([...second.files, ['pack.json', Buffer.from(text)]]),
});
const shard = (change: { sha256?: string; bytes?: number }) =>
  manifestFile({
    layers: second.manifest.layers.map((layer) => ({
      ...layer,
      shards: layer.shards.map((s) => (pathOf(s.sha256) === fresh ? { ...s, ...change } : s)),
    })),
  });
const flip = (b: Buffer) => {
  const copy = Buffer.from(b);
  copy[40] = (copy[40] as number) ^ 1;
  return copy;
};

/** What is served in place of the second edition, and the words that are said about it. */
const EDITIONS: [name: string, served: Published, words: string[]][] = [
  [
    'a manifest cut short',
    spoiled('pack.json', (b) => b.subarray(0, 500)),
    ['cut short or is not JSON', 'Try again later'],
  ],
  ['a manifest that is no JSON', anyText('<html>Sign in to the hotel’s network</html>'), ['not JSON']],
  ['a manifest with a byte changed', spoiled('pack.json', flip), ['pack.json']],
  ['a manifest of another shape', anyText('{"format":1,"layers":[],"serial":9}'), ['not as packs are']],
  [
    'a manifest of as many keys as fit',
    anyText(
      JSON.stringify(Object.fromEntries(Array.from({ length: 280_000 }, (_, n) => [`k${n}`, 1])))
        .replace('{', '{"serial":2,"layers":[],')
        .slice(0, 4 << 20),
    ),
    ['pack.json'],
  ],
  [
    'a manifest of as many languages as fit',
    anyText(
      JSON.stringify({
        ...second.manifest,
        languages: Object.fromEntries(Array.from({ length: 320_000 }, (_, n) => [`a${n}`, 1])),
      }),
    ),
    ['far too many values'],
  ],
  [
    'a manifest nested a million deep',
    anyText(`{"layers":${'['.repeat(1e6)}${']'.repeat(1e6)},"serial":1}`),
    ['far too many values'],
  ],
  [
    'a manifest of 50 MB in one string',
    anyText(`{"layers":[],"serial":2,"title":"${'x'.repeat(50 << 20)}"}`),
    ['larger than the 4.2 MB'],
  ],
  [
    'an edition signed with another key',
    altered(second, {}, newKey()),
    ['signed with another key', 'remove the pack and add it again'],
  ],
  [
    'an edition that is not signed any more',
    altered(second, {}, undefined),
    ['was signed when you added it, and this edition is not'],
  ],
  [
    'a signature over something else',
    {
      ...second,
      files: new Map([
        ...second.files,
        ['pack.json', Buffer.from(JSON.stringify({ ...second.manifest, title: 'Mine' }))],
      ]),
    },
    ['signature', 'is wrong'],
  ],
  ['another pack', manifestFile({ id: 'sea' }), ['there is another pack now', 'add it']],
  ['a pack that takes the starter’s name', manifestFile({ id: 'starter' }), ['can’t be called “starter”']],
  [
    'more checks than are taken',
    manifestFile({ counts: { checks: 5_001, reviews: 0 } }),
    ['more authored checks (5,001)'],
  ],
  [
    'a pack of two gigabytes',
    manifestFile({
      layers: Array.from({ length: 2 }, (_, l) => ({
        records: 1,
        shards: Array.from({ length: 130 }, (_, n) => ({
          sha256: `${l}${String(n).padStart(42, 'A')}`,
          bytes: 8 << 20,
        })),
      })),
    }),
    ['Factmark takes 1,000 MB'],
  ],
  ['a shard cut short', spoiled(fresh, (b) => b.subarray(0, 100)), ['cut short']],
  ['a shard with a byte changed', spoiled(fresh, flip), ['its hash is another']],
  [
    'a shard larger than promised',
    spoiled(fresh, (b) => Buffer.concat([b, Buffer.alloc(1 << 20, ' ')])),
    ['larger than'],
  ],
  ['a shard whose size is promised wrongly', shard({ bytes: bytes(fresh).length + 1 }), ['cut short']],
  [
    'a shard that is not there',
    { ...second, files: new Map([...second.files].filter(([path]) => path !== fresh)) },
    ['is not there', 'Try again in some minutes'],
  ],
  [
    'more records than promised',
    manifestFile({ layers: second.manifest.layers.map((l) => ({ ...l, records: 2 })) }),
    ['more records than its pack.json promises'],
  ],
];

const says = async (run: Promise<unknown>) =>
  run.then(
    () => 'it was taken',
    (error: Error) => error.message,
  );

async function unharmed(before: unknown, words: string[], run: (world: World) => Promise<unknown>) {
  const message = await says(run(world));
  for (const word of words) expect(message).toContain(word);
  expect(message).not.toBe('it was taken');
  expect(await answers(SENTENCES)).toEqual(before);
  expect(await unreferenced(world.db)).toEqual([]);
  expect((await world.db.get('sources', 'pack:sky'))?.failed).toBe(message);
  // The next good edition is taken, and nothing is said any more.
  for (const path of ['pack.json', fresh]) host.instead(path, undefined);
  host.serve(altered(second, { serial: 9 }, key).files);
  expect((await updateSource(world, 'pack:sky')).kind).toBe('updated');
  expect((await world.db.get('sources', 'pack:sky'))?.failed).toBeUndefined();
}

const update = (world: World) => updateSource(world, 'pack:sky');

describe('an edition that is not right', () => {
  it.each(EDITIONS)('%s', async (_, served, words) => {
    const before = await answers(SENTENCES);
    host.serve(served.files);
    await unharmed(before, words, update);
  });

  it('an older edition', async () => {
    host.serve(second.files);
    await update(world);
    const before = await answers(SENTENCES);
    host.serve(first.files);
    await unharmed(before, ['serves an older copy', 'edition 1; you have 2'], update);
  });

  it('is not added in the first place', async () => {
    newDevice();
    const here = await openWorld();
    for (const [name, served] of EDITIONS.filter(([n]) => /cut short|changed|promised|starter/.test(n))) {
      host.serve(served.files);
      expect(await says(addFromAddress(here, `${host.url}pack.json`)), name).not.toBe('it was taken');
      expect([await here.db.count('sources'), await unreferenced(here.db)], name).toEqual([0, []]);
    }
  });

  it('is taken without the checks that can’t be used, and says which', async () => {
    const bad = cheese(7, 'No.', 'comet .. made of <no-such-set>');
    const next = new PackMaker('sky', key);
    next.publish(FIRST);
    const broken = { ...cheese(6), claims: [{ ...cheese(6).claims[0], says: ['(comet'] }] } as never;
    host.serve(
      next.publish({ ...SECOND, checks: [...(SECOND.checks ?? []).slice(0, 4), broken, bad] }).files,
    );
    const { source } = await update(world);
    expect(source.current).toMatchObject({
      checks: 4,
      records: { refused: 2, reasons: { 'way-of-saying': 1, 'word-sets': 1 } },
    });
    expect(source.current.records.first.map((f) => f.message).join()).toContain('<no-such-set>');
  });
});

/** What the host does when a file is asked for. */
const DEEDS: [name: string, path: string, answer: Parameters<Host['instead']>[1], words: string[]][] = [
  ['404', 'pack.json', (_, r) => r.writeHead(404).end(), ['nothing at this address (404)']],
  ['500', 'pack.json', (_, r) => r.writeHead(500).end(), ['fault of its own', 'Try again later']],
  [
    'a redirect',
    'pack.json',
    (_, r) => r.writeHead(301, { location: 'https://elsewhere.example/' }).end(),
    ['sends you on', 'add the one you end at'],
  ],
  ['a connection that is reset', 'pack.json', (q) => q.socket.resetAndDestroy(), ['could not be reached']],
  [
    'a connection that is reset at a shard',
    fresh,
    (q) => q.socket.resetAndDestroy(),
    ['could not be reached'],
  ],
  [
    'a gzip bomb',
    'pack.json',
    (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
    ['larger than the 4.2 MB'],
  ],
  [
    'a gzip bomb as a shard',
    fresh,
    (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
    ['larger than'],
  ],
  [
    'an endless shard',
    fresh,
    (_, r) => {
      const more = () => {
        while (!r.destroyed && r.write(' '.repeat(10_000)));
      };
      r.on('drain', more);
      more();
    },
    ['larger than'],
  ],
  ['a shard that never comes', fresh, () => {}, ['sent nothing for', 'Try again later']],
  [
    'a shard that stops in the middle',
    fresh,
    (_, r) => {
      r.writeHead(200).write('[{"');
    },
    ['sent nothing for'],
  ],
  ['“not modified” for a shard', fresh, (_, r) => r.writeHead(304).end(), ['is not there']],
];
const BOMB = gzipSync(Buffer.alloc(50 << 20, ' '));

describe('a host that misbehaves', () => {
  it.each(DEEDS)('%s', async (_, path, answer, words) => {
    const before = await answers(SENTENCES);
    host.serve(second.files);
    host.instead(path, answer);
    const slow = words.some((w) => w.includes('sent nothing'));
    await unharmed(before, words, (w) => update(slow ? { ...w, limits: SHORT } : w));
  });

  it('publishes another edition while this one is fetched', async () => {
    const before = await answers(SENTENCES);
    host.serve(second.files);
    const other = new PackMaker('sky', key).publish({ ...SECOND, checks: [cheese(0, 'Later.')] });
    host.instead('pack.json', (_, response) => {
      response.end(second.files.get('pack.json'));
      host.serve(other.files);
    });
    await unharmed(before, ['replacing it right now'], update);
  });
});
