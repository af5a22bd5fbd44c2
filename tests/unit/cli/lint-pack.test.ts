/** What `lint` finds in reviews, and in published packs: whatever byte was changed. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical, type PackRecord, shardText } from '../../../lib/claims';
import { lintFolder } from '../../../lib/cli/lint';
import { makeKey, sha256 } from '../../../lib/cli/pack/keys';
import { lintPublished } from '../../../lib/cli/pack/lint';
import { isPublished, manifestBytes, versionOf } from '../../../lib/cli/pack/published';
import { packFolder } from '../../../lib/cli/pack/run';
import { aCheck } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';
import {
  aReview,
  checkFile,
  jsonLines,
  manifestIn,
  shardsOf,
  skyPack,
  tree,
  write,
} from '../../support/packs';

const ROOT = resolve(import.meta.dirname, '../../..');
const said = (dir: string, problems: readonly { file: string; pointer: string; message: string }[]) =>
  problems.map((p) => `${relative(resolve(ROOT, dir), resolve(ROOT, p.file))}:${p.pointer}: ${p.message}`);

describe('reviews of a folder', () => {
  it('are told by file and line', async () => {
    const dir = folder({
      'pack.json': skyPack(),
      ...checkFile('moon-cheese'),
      'reviews/a.jsonl': [
        JSON.stringify(aReview(1)),
        '{"id": 7,',
        '',
        JSON.stringify(aReview(2, { verdict: { label: '', rating: 'false' }, url: 'javascript:1' })),
        JSON.stringify(aReview(3, { url: undefined, checkedOn: '2024-02-31' })),
        JSON.stringify(aReview(4, { verdict: { label: 'Hm', rating: 'unrated' } })),
      ].join('\r\n'),
      'reviews/b.jsonl': jsonLines([aReview(1)]),
      'reviews/notes.txt': 'not read',
    });
    expect(said(dir, await lintFolder(dir))).toEqual([
      expect.stringMatching(/^reviews\/a\.jsonl:2: is not a JSON line/),
      expect.stringMatching(/^reviews\/a\.jsonl:4\/verdict\/label: ./),
      expect.stringMatching(/^reviews\/a\.jsonl:4\/url: must start with http/),
      expect.stringMatching(/^reviews\/a\.jsonl:5\/checkedOn: must be a real date/),
      expect.stringMatching(/^reviews\/b\.jsonl:1\/id: “r-\w+” is used before/),
    ]);
  });

  it('may be all there is', async () => {
    const dir = folder({ 'pack.json': skyPack({ topics: [] }), 'reviews/a.jsonl': jsonLines([aReview(1)]) });
    expect(await lintFolder(dir)).toEqual([]);
  });
});

it('finds a change log that is not one', async () => {
  const was = (label: string, rating: string) => ({ label, rating });
  const changes = [
    { on: '2025-03-01', was: was('True', 'true'), why: 'New samples.' },
    { on: '2025-02-01', was: was('Mixed', 'mixed'), why: 'Newer ones.' },
    { on: '2025-04-01', was: was('No', 'false'), why: 'None.' },
  ];
  const dir = folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese', { changes }) });
  expect(said(dir, await lintFolder(dir))).toEqual([
    expect.stringMatching(/^sky\/moon-cheese\.json:\/changes\/1\/on: is before 2025-03-01/),
    expect.stringMatching(/^sky\/moon-cheese\.json:\/changes\/2\/was: is the verdict that came after it/),
  ]);
});

describe('a published pack', () => {
  let out = '';
  beforeAll(async () => {
    const many = Array.from({ length: 30 }, (_, i) => aReview(i));
    const files = { ...checkFile('moon-cheese'), ...checkFile('mars'), 'reviews/a.jsonl': jsonLines(many) };
    const dir = folder({ 'pack.json': skyPack(), ...files });
    const key = join(dir, 'sky.key');
    await makeKey(key);
    out = folder({});
    await packFolder({ dir, out, key });
    write(dir, checkFile('mars', { answer: 'No. Red.' }));
    await packFolder({ dir, out, key });
  });

  /** Changed for a while, and as it was again. */
  async function lintedWith(name: string, bytes: Uint8Array): Promise<string[]> {
    const before = readFileSync(join(out, name));
    writeFileSync(join(out, name), bytes);
    try {
      return said(out, (await isPublished(out)) ? await lintPublished(out) : await lintFolder(out));
    } finally {
      writeFileSync(join(out, name), before);
    }
  }

  it('is content with what pack wrote, beside it the shards of the edition before', async () => {
    expect(await lintPublished(out)).toEqual([]);
  });

  it('finds any byte that was changed in any file', { timeout: PATIENCE }, async () => {
    const files = [...tree(out)];
    const place = fc
      .nat(files.length - 1)
      .chain((file) => fc.tuple(fc.constant(file), fc.nat(), fc.integer({ min: 1, max: 255 })));
    await fc.assert(
      fc.asyncProperty(place, async ([file, at, change]) => {
        const [name, bytes] = files[file] ?? ['', Buffer.alloc(0)];
        const changed = Uint8Array.from(bytes);
        const index = at % changed.length;
        changed[index] = (changed[index] as number) ^ change;
        const problems = await lintedWith(name, changed);
        expect(problems).toContainEqual(expect.stringContaining(`${name}:`));
      }),
      { numRuns: 150 },
    );
  });

  it('finds every digit of its seals', { timeout: PATIENCE }, async () => {
    const text = manifestBytes(manifestIn(out)).toString();
    const [from, to] = [text.indexOf('"signature"'), text.indexOf('"title"')];
    for (let at = from; at < to; at++) {
      if (!/\w/.test(text.charAt(at))) continue;
      for (const other of [text.charAt(at) === 'A' ? 'B' : 'A', text.charAt(at) === 'x' ? 'y' : 'x'])
        expect(
          await lintedWith('pack.json', Buffer.from(text.slice(0, at) + other + text.slice(at + 1))),
        ).not.toEqual([]);
    }
  });

  it('misses a shard, and tells files that are none of it', { timeout: PATIENCE }, async () => {
    const [name = ''] = shardsOf(manifestIn(out));
    const bytes = readFileSync(join(out, name));
    rmSync(join(out, name));
    write(out, { 'shards/notes.txt': 'hello' });
    const ran = factmark(['lint', out]);
    rmSync(join(out, 'shards/notes.txt'));
    writeFileSync(join(out, name), bytes);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`${name}:: cannot be read (ENOENT)`);
    expect(ran.out).toMatch(/shards\/notes\.txt:: is no shard of this pack; remove it/);
  });
});

/** A pack as somebody might publish it with a tool of their own: sealed well, whatever it says. */
function sealed(records: readonly PackRecord[], change: Record<string, unknown> = {}): string {
  const content = Buffer.from(shardText(records.map((r) => canonical(r))));
  const hash = sha256(content);
  const { sets, ...description } = skyPack() as Record<string, unknown>;
  const manifest = {
    ...description,
    serial: 1,
    version: '0'.repeat(16),
    updated: '',
    counts: { checks: 1, reviews: 0 },
    languages: { en: 1 },
    layers: [
      { records: records.length, shards: [{ sha256: hash.toString('base64url'), bytes: content.length }] },
    ],
    changes: [],
    ...change,
  } as unknown as Parameters<typeof manifestBytes>[0];
  const whole = manifestBytes({ ...manifest, version: versionOf(manifest) });
  return folder({
    'pack.json': whole.toString(),
    [`shards/${hash.toString('hex')}.json`]: content.toString(),
  });
}
const check = (change = {}) => ({ check: aCheck(change) }) as unknown as PackRecord;

it.each([
  ['a good one', [check()], {}, []],
  [
    'a broken record',
    [check({ question: '' })],
    {},
    [/0\/check\/question: /, /pack\.json:\/layers\/0\/records/],
  ],
  [
    'one id twice',
    [check(), { removed: 'moon-cheese' }],
    {},
    [/:\/1: “moon-cheese” stands twice in one layer/],
  ],
  [
    'a follow-up to nowhere',
    [check({ followUps: [{ question: 'And?', check: 'gone' }] })],
    {},
    [/0\/check\/followUps\/0\/check: /],
  ],
  ['an unknown topic', [check({ topic: 'heat' })], {}, [/0\/check\/topic: “heat” is no topic/]],
  [
    'a way that cannot be read',
    [check({ claims: [{ id: 'a', text: 'A.', says: ['(open'] }] })],
    {},
    [/0\/check\/claims\/0\/says\/0: /],
  ],
  [
    'a claim nobody finds',
    [check({ claims: [{ id: 'a', text: 'A.', says: ['lunar cheddar'] }] })],
    {},
    [/no way of saying fits/],
  ],
  ['a wrong count', [check()], { counts: { checks: 2, reviews: 0 } }, [/pack\.json:\/counts: says/]],
  ['wrong languages', [check()], { languages: { de: 1 } }, [/pack\.json:\/languages: says/]],
] as const)('lints %s made elsewhere', async (_, records, change, expected) => {
  const dir = sealed(records, change);
  const problems = said(dir, await lintPublished(dir));
  for (const one of expected) expect(problems).toContainEqual(expect.stringMatching(one));
  if (expected.length === 0) expect(problems).toEqual([]);
});
