import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../lib/store/database';
import { Names } from '../../../lib/store/layers/names';
import { GONE, LIVE, MOVED, PrintsWriter, readPrints } from '../../../lib/store/layers/prints';
import { findRecord, RecordsWriter } from '../../../lib/store/layers/records';
import { review } from '../../support/library';

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it('Names past the most share the last number', () => {
  const names = new Names(3);
  expect(['a', 'b', 'a', 'c', 'd', 'c'].map((name) => names.number(name))).toEqual([0, 1, 0, 2, 2, 2]);
});

it('prints come back as they were written', () => {
  const print = fc.record({
    high: u32,
    low: u32,
    content: u32,
    kind: fc.constantFrom(LIVE, GONE, MOVED),
    shard: fc.integer({ min: 0, max: 2 ** 28 - 1 }),
    publisher: fc.integer({ min: 0, max: 0xffff }),
    language: fc.integer({ min: 0, max: 0xff }),
    unmatched: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(print, { maxLength: 300 }), (prints) => {
      const writer = new PrintsWriter();
      for (const one of prints) writer.add(one);
      expect([...readPrints(writer.rows())]).toEqual(prints);
    }),
  );
});

describe('records', () => {
  let db: Database;
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    db = await openDatabase(() => {});
  });
  const write = async (layer: string, ...lines: (readonly [id: string, line?: string])[]) => {
    const writer = new RecordsWriter(db, layer);
    for (const [id, line] of lines) await writer.add(id, line);
    await writer.flush();
    return writer.bytes;
  };
  const one = review(1);
  const line = (change = {}) => [one.id, JSON.stringify({ ...one, ...change })] as const;

  it('finds what the newest layer says', async () => {
    await write('a', line());
    await write('b', line({ title: 'Later' }));
    expect(await findRecord(db, ['a'], one.id)).toEqual(one);
    expect(await findRecord(db, ['a', 'b'], one.id)).toEqual({ ...one, title: 'Later' });
    await write('c', [one.id]);
    expect(await findRecord(db, ['a', 'b', 'c'], one.id)).toBeUndefined();
    expect(await findRecord(db, ['a', 'c', 'b'], one.id)).toEqual({ ...one, title: 'Later' });
    expect(await findRecord(db, ['d'], one.id)).toBeUndefined();
  });

  it('finds the last of several lines of one layer, in one part or in two', async () => {
    await write('a', line(), line({ title: 'Later' }), [review(2).id, JSON.stringify(review(2))]);
    expect((await findRecord(db, ['a'], one.id))?.title).toBe('Later');
    const writer = new RecordsWriter(db, 'b');
    await writer.add(...line());
    await writer.flush();
    await writer.add(...line({ title: 'Part two' }));
    await writer.flush();
    expect((await findRecord(db, ['b'], one.id))?.title).toBe('Part two');
  });

  it('is not led astray by text that looks like a record', async () => {
    const trap = `{"id":"${one.id}","claim":"no"}`;
    // Both in one bucket: their ids begin alike.
    const other = review(2, { claim: `\n${trap}\n`, title: trap });
    await write('a', line(), [other.id, JSON.stringify(other)]);
    expect(await findRecord(db, ['a'], one.id)).toEqual(one);
    expect(await findRecord(db, ['a'], other.id)).toEqual(other);
  });

  it('counts the bytes it writes', async () => {
    const [id, text] = line({ claim: 'Zürich 🌉' });
    expect(await write('a', [id, text])).toBe(new TextEncoder().encode(text).length + 1);
  });
});
