import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FactCheck, parseCheck, parsePack } from '../../../lib/claims';
import { nextEdition } from '../../../lib/cli/pack/edition';
import { packFolder } from '../../../lib/cli/pack/run';
import { aCheck } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';
import {
  aReview,
  checkFile,
  hashOf,
  heldBy,
  jsonLines,
  manifestIn,
  shardsOf,
  skyPack,
  tree,
  write,
} from '../../support/packs';

const moon = checkFile('moon-cheese');
const mars = checkFile('mars', { checkedOn: '2026-01-02', language: 'en-GB' });
const reviews = { 'reviews/a.jsonl': jsonLines([aReview(1), aReview(2, { language: undefined })]) };
const library = () => folder({ 'pack.json': skyPack(), ...moon, ...mars, ...reviews });
const fresh = () => join(folder({}), 'out');

/** In this process, by the same function as the command. */
async function pack(dir: string, out: string, more = {}) {
  const packed = await packFolder({ dir, out, ...more });
  if (!('manifest' in packed)) throw new Error(JSON.stringify(packed));
  return packed;
}

describe('the first edition', () => {
  it('says what it holds, and holds it', { timeout: PATIENCE }, () => {
    const out = fresh();
    const ran = factmark(['pack', library(), '--out', out]);
    const manifest = manifestIn(out);
    expect([ran.err, ran.code]).toEqual(['', 0]);
    expect(ran.lines()).toEqual([
      expect.objectContaining({
        id: 'sky-checks',
        serial: 1,
        checks: 2,
        reviews: 2,
        layers: 1,
        signed: null,
      }),
    ]);
    expect(manifest).toMatchObject({
      title: 'Sky checks',
      serial: 1,
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      updated: '2026-01-02',
      counts: { checks: 2, reviews: 2 },
      languages: { en: 2, 'en-GB': 1, und: 1 },
      changes: [],
    });
    expect([...heldBy(out).keys()].sort()).toEqual(
      ['moon-cheese', 'mars', aReview(1).id, aReview(2).id].sort(),
    );
    expect(heldBy(out).get(aReview(1).id)).toEqual(aReview(1));
    expect([...tree(out).keys()]).toEqual(['pack.json', ...shardsOf(manifest).sort()]);
    expect(factmark(['lint', out]).out).toBe('lint: no problems\n');
  });

  it('has the same bytes whatever the order and spelling of the files', async () => {
    const [one, other] = [fresh(), fresh()];
    await pack(library(), one);
    const turned = folder({});
    const reverse = (x: unknown) =>
      JSON.stringify(Object.fromEntries(Object.entries(x as object).reverse()), null, 3);
    write(turned, {
      'reviews/z.jsonl': `\ufeff${jsonLines([aReview(2, { language: undefined })])}`,
      'reviews/b.jsonl': `\n${jsonLines([Object.fromEntries(Object.entries(aReview(1)).reverse())]).trimEnd()}`,
    });
    for (const [name, check] of Object.entries({ ...mars, ...moon }))
      write(turned, { [name]: reverse(check) });
    write(turned, { 'pack.json': reverse(skyPack()) });
    await pack(turned, other);
    expect(tree(other)).toEqual(tree(one));
  });

  it('may have no checks and no topics', async () => {
    const out = fresh();
    const packed = await pack(folder({ 'pack.json': skyPack({ topics: [] }), ...reviews }), out);
    expect(packed.manifest).toMatchObject({ counts: { checks: 0, reviews: 2 }, updated: '2024-05-06' });
  });
});

describe('a later edition', () => {
  it('leaves every byte alone when nothing changed', { timeout: PATIENCE }, () => {
    const [dir, out] = [library(), fresh()];
    factmark(['pack', dir, '--out', out]);
    const before = tree(out);
    const ran = factmark(['pack', dir, '--out', out]);
    expect([ran.code, ran.err]).toEqual([0, 'factmark: nothing changed since edition 1\n']);
    expect(tree(out)).toEqual(before);
  });

  it('adds one layer of what changed, came and went, and keeps the shards before', async () => {
    const many = Array.from({ length: 40 }, (_, i) => aReview(i));
    const dir = folder({ 'pack.json': skyPack(), ...moon, ...mars, 'reviews/a.jsonl': jsonLines(many) });
    const out = fresh();
    const first = await pack(dir, out);
    rmSync(join(dir, 'sky/mars.json'));
    write(dir, {
      ...checkFile('moon-cheese', { answer: 'No. Rock.' }),
      'reviews/a.jsonl': jsonLines([...many.slice(1), aReview(99)]),
    });
    const second = await pack(dir, out);
    expect(second.manifest.layers).toEqual([
      ...first.manifest.layers,
      { records: 4, shards: [expect.anything()] },
    ]);
    expect(second.manifest).toMatchObject({ serial: 2, counts: { checks: 1, reviews: 40 } });
    const held = heldBy(out);
    expect(held.get('moon-cheese')).toMatchObject({ answer: 'No. Rock.' });
    expect([held.has('mars'), held.has(aReview(0).id), held.has(aReview(99).id)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is written afresh when more than a quarter changed, and when there are 16 layers', async () => {
    const many = (n: number) =>
      jsonLines(Array.from({ length: 100 }, (_, i) => aReview(i, i < n ? { title: `T${n}` } : {})));
    const dir = folder({ 'pack.json': skyPack(), 'reviews/a.jsonl': many(0) });
    const out = fresh();
    await pack(dir, out);
    write(dir, { 'reviews/a.jsonl': many(25) });
    expect((await pack(dir, out)).manifest.layers.map((l) => l.records)).toEqual([100, 25]);
    write(dir, { 'reviews/a.jsonl': many(1) });
    expect((await pack(dir, out)).manifest.layers.map((l) => l.records)).toEqual([100]);
    const layers: number[] = [];
    for (let edition = 2; edition <= 17; edition++) {
      write(dir, { 'reviews/a.jsonl': many(0).replace('False', `False ${edition}`) });
      layers.push((await pack(dir, out)).manifest.layers.length);
    }
    expect(layers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1]);
  });

  it('says anew when only the description changed', async () => {
    const [dir, out] = [library(), fresh()];
    const first = await pack(dir, out);
    write(dir, { 'pack.json': skyPack({ title: 'Skies' }) });
    const second = await pack(dir, out);
    expect(second.manifest).toMatchObject({ title: 'Skies', serial: 2, layers: first.manifest.layers });
    expect(second.manifest.version).not.toBe(first.manifest.version);
  });

  it('carries word sets, their change and their end', async () => {
    const many = jsonLines(Array.from({ length: 40 }, (_, i) => aReview(i)));
    const [dir, out] = [folder({ ...moon, 'reviews/a.jsonl': many }), fresh()];
    const sets = async (of: Record<string, string[]>) => {
      write(dir, { 'pack.json': skyPack({ sets: of }) });
      await pack(dir, out);
      return heldBy(out).get('');
    };
    expect(await sets({ cheese: ['gouda'] })).toEqual({ cheese: ['gouda'] });
    expect(await sets({ cheese: ['edam'] })).toEqual({ cheese: ['edam'] });
    expect(await sets({})).toEqual({});
    const before = tree(out);
    await pack(dir, out);
    expect(tree(out)).toEqual(before);
  });

  it('keeps the shards of the edition before, and removes older ones and leftovers', async () => {
    const [dir, out] = [library(), fresh()];
    const editions: string[][] = [];
    for (const answer of ['One.', 'Two.', 'Three.']) {
      write(dir, checkFile('moon-cheese', { answer }));
      editions.push(shardsOf((await pack(dir, out)).manifest));
      writeFileSync(join(out, 'shards', `${'0'.repeat(64)}.json.part`), 'cut');
    }
    const there = [...tree(out).keys()].filter((name) => !name.endsWith('.part'));
    const kept = new Set([...(editions[1] ?? []), ...(editions[2] ?? [])]);
    expect(there).toEqual(['pack.json', ...[...kept].sort()]);
  });

  it('is written afresh, with the next number, over one that was damaged', { timeout: PATIENCE }, () => {
    const [dir, out] = [library(), fresh()];
    factmark(['pack', dir, '--out', out]);
    const whole = tree(out);
    const [shard = ''] = shardsOf(manifestIn(out));
    writeFileSync(join(out, shard), 'gone');
    const ran = factmark(['pack', dir, '--out', out]);
    expect([ran.code, ran.err]).toEqual([
      0,
      `factmark: the edition in ${out} was damaged; all is written afresh\n`,
    ]);
    expect(manifestIn(out)).toMatchObject({ serial: 2, layers: [{ records: 4 }] });
    expect(tree(out).get(shard)).toEqual(whole.get(shard));
    expect(factmark(['lint', out]).code).toBe(0);
  });
});

describe('refuses', () => {
  it.each([
    [2, (dir: string) => [dir], /write pack DIR --out OUT/],
    [2, (dir: string) => [dir, '--out', join(dir, 'sky')], /--out must lie outside/],
    [2, (dir: string) => [dir, '--out', dir], /--out must lie outside/],
    [2, (dir: string) => [dir, '--out', fresh(), '--new-key'], /--new-key needs --key/],
    [
      1,
      (dir: string) => [dir, '--out', fresh(), '--key', join(dir, 'pack.json')],
      /is no Ed25519 private key/,
    ],
    [1, (dir: string) => [dir, '--out', folder({ 'pack.json': skyPack() })], /No edition can follow it/],
  ])('with %i what it must not do', { timeout: PATIENCE }, (code, args, message) => {
    const ran = factmark(['pack', ...args(library())]);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatch(message);
  });

  it('a folder that lint finds fault with, and prints what', { timeout: PATIENCE }, () => {
    const out = fresh();
    const dir = folder({
      'pack.json': skyPack(),
      ...moon,
      'reviews/a.jsonl': `{}\n${jsonLines([aReview(1)])}`,
    });
    const ran = factmark(['pack', dir, '--out', out]);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toMatch(/reviews\/a\.jsonl:1\/claim: /);
    expect(() => tree(out)).toThrow();
  });

  it('the id of the starter, and the folder of another pack', async () => {
    const out = fresh();
    await pack(library(), out);
    const other = folder({ 'pack.json': skyPack({ id: 'other' }), ...moon });
    await expect(packFolder({ dir: other, out })).rejects.toThrow(/holds the pack “sky-checks”/);
    const starter = folder({ 'pack.json': skyPack({ id: 'starter' }), ...moon });
    await expect(packFolder({ dir: starter, out: fresh() })).rejects.toThrow(/give the pack another id/);
  });
});

it('refuses more checks than readers take', () => {
  const parsed = parseCheck(aCheck());
  const pack = parsePack(skyPack());
  if (!parsed.ok || !pack.ok) throw new Error('is not valid');
  const checks = Array<FactCheck>(5_001).fill(parsed.value);
  const content = { pack: pack.value, entries: new Map(), checks, reviews: 0, languages: {}, updated: '' };
  expect(() => nextEdition(content, undefined, undefined)).toThrow(/it has 5001 checks, and they take 5000/);
});

describe('interrupted at any step', () => {
  it('leaves the folder as it was', async () => {
    const dir = library();
    const out = fresh();
    const bundle = join(folder({}), 'sky.bundle');
    const runs = async (): Promise<number> => {
      for (let cut = 1; ; cut++) {
        const before = hashOf(tree(join(out, '..')));
        let left = cut;
        const step = () => {
          if (--left === 0) throw new Error('cut');
        };
        const failed = await packFolder({ dir, out, bundle, step }).then(
          () => false,
          (error: Error) => error.message === 'cut',
        );
        if (!failed) return cut;
        expect(hashOf(tree(join(out, '..')))).toBe(before);
        expect([...tree(join(bundle, '..')).keys()].filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    };
    // Records, each shard, before the manifest is written, and before it takes its place.
    expect(await runs()).toBeGreaterThan(6);
    write(dir, checkFile('moon-cheese', { answer: 'Two.' }));
    expect(await runs()).toBeGreaterThan(6);
    expect(heldBy(out).get('moon-cheese')).toMatchObject({ answer: 'Two.' });
  });
});
