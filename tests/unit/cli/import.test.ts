import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, factmark, folder, PATIENCE } from '../../support/cli';
import { tree } from '../../support/packs';

const ROOT = resolve(import.meta.dirname, '../../..');
const record = (n: number, change: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: `Claim number ${n}.`,
  url: `https://sky.example/${n}`,
  author: { name: 'Sky Desk' },
  reviewRating: { alternateName: 'False' },
  datePublished: '2024-05-01',
  inLanguage: n % 3 === 0 ? 'de' : 'en',
  sdLicense: 'https://licence.example/by/4.0',
  ...change,
});
const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
/** Texts of a folder's files by name. */
const textsOf = (dir: string) => [...tree(dir)].map(([name, bytes]) => [name, bytes.toString()]);

describe('import', { timeout: PATIENCE }, () => {
  it('writes a library that can be linted and matched, a report, and counts', () => {
    const feed = [
      record(1),
      record(2, { datePublished: '10/7/2020' }),
      record(1),
      record(3, { datePublished: '2023-01-01', reviewRating: { alternateName: 'Unproven' } }),
      { '@type': 'MediaReview' },
      record(3),
      record(3, { datePublished: '2022-01-01' }),
      record(4, { reviewRating: null }),
    ];
    const dir = folder({ 'Feed of 2024.json': { dataFeedElement: feed.map((item) => ({ item })) } });
    const out = join(dir, 'library');
    const ran = factmark([
      'import',
      join(dir, 'Feed of 2024.json'),
      '--out',
      out,
      '--report',
      join(dir, 'report'),
    ]);
    expect([ran.code, ran.err, ran.lines()]).toEqual([
      0,
      '',
      [
        {
          records: 8,
          outcomes: { taken: 2, changed: 1, refused: 2, repeated: 1, superseded: 2 },
          reasons: { 'media-review': 1, 'no-verdict': 1 },
          changes: { 'date-ambiguous': 1 },
        },
      ],
    ]);
    const report = linesOf(join(dir, 'report'));
    expect(report.map((r) => r.outcome)).toEqual(
      'taken changed repeated superseded refused taken superseded refused'.split(' '),
    );
    expect(report.map((r) => r.where).slice(0, 5)).toEqual([
      ...[0, 1, 2, 3].map((n) => `/dataFeedElement/${n}/item`),
      '/dataFeedElement/4/item/@type',
    ]);
    expect(report[1]).toMatchObject({
      id: expect.any(String),
      changes: [{ code: 'date-ambiguous', pointer: '/datePublished' }],
    });
    expect(report[4]).toMatchObject({
      reason: 'media-review',
      message: expect.stringContaining('MediaReview'),
    });
    expect(readdirSync(dir).sort()).toEqual(['Feed of 2024.json', 'library', 'report']);
    expect(readdirSync(out, { recursive: true }).sort()).toEqual([
      'pack.json',
      'reviews',
      'reviews/feed-of-2024.jsonl',
    ]);
    const reviews = linesOf(join(out, 'reviews/feed-of-2024.jsonl'));
    expect(reviews.map((r) => r.id)).toEqual(reviews.map((r) => r.id).sort());
    expect(reviews.find((r) => r.claim === 'Claim number 3.').verdict).toEqual({
      label: 'False',
      rating: 'false',
    });
    expect(Object.keys(reviews[0])).toEqual(Object.keys(reviews[0]).sort());
    expect(JSON.parse(readFileSync(join(out, 'pack.json'), 'utf8'))).toMatchObject({
      format: 1,
      id: 'feed-of-2024',
      title: 'Feed of 2024.json',
      language: 'en',
      licence: 'https://licence.example/by/4.0',
      publisher: { name: 'Sky Desk' },
      topics: [],
    });
    const lint = factmark(['lint', out]);
    expect([lint.code, lint.out]).toEqual([0, 'lint: no problems\n']);
  });

  it('writes the same bytes whatever the order of the feed', () => {
    const all = Array.from({ length: 300 }, (_, n) => record(n));
    const dir = folder({ 'a/feed.json': all, 'b/feed.json': [...all].reverse() });
    for (const name of ['a', 'b']) {
      const ran = factmark(['import', join(dir, name, 'feed.json'), '--out', join(dir, name, 'out')]);
      expect([ran.code, ran.err]).toEqual([0, '']);
    }
    expect(textsOf(join(dir, 'a/out'))).toEqual(textsOf(join(dir, 'b/out')));
  });

  it('reads standard input into a folder that is there, and leaves its pack.json as it is', () => {
    const dir = folder({ 'out/pack.json': 'mine', 'out/reviews/other.jsonl': 'theirs' });
    const lines = [record(1, { sdLicense: undefined }), record(2, { author: { name: 'Other Desk' } })];
    const ran = factmark(
      ['import', '-', '--out', join(dir, 'out')],
      lines.map((r) => JSON.stringify(r)).join('\n'),
    );
    expect(ran.code).toBe(0);
    const files = new Map(textsOf(join(dir, 'out')) as [string, string][]);
    expect([files.get('pack.json'), files.get('reviews/other.jsonl')]).toEqual(['mine', 'theirs']);
    expect(linesOf(join(dir, 'out/reviews/feed.jsonl'))).toHaveLength(2);
  });

  it.each([
    ['is not JSON', '[{"a": "un "quoted" one"}]', 'line 1, column 13'],
    ['breaks off', `[${JSON.stringify(record(1))}, {`, 'open brackets'],
    ['holds no records', '[]', 'no ClaimReview records'],
    ['holds none that can be taken', '[{"@type": "MediaReview"}]', 'none of the records could be taken'],
  ])('leaves nothing behind of a feed that %s', (_, feed, message) => {
    const dir = folder({ 'feed.json': feed });
    const ran = factmark(['import', join(dir, 'feed.json'), '--out', join(dir, 'out')]);
    expect([ran.code, readdirSync(dir)]).toEqual([1, ['feed.json']]);
    expect(ran.err).toContain(message);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const dir = folder({ 'out/pack.json': 'mine' });
    const args = [CLI, 'import', '-', '--out', join(dir, 'out')];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'ignore', 'inherit'] });
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    child.stdin.write(`[${JSON.stringify(record(1))},`);
    while (!readdirSync(dir).some((name) => name.startsWith('out.import-')))
      await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    expect(await exited).toBe(130);
    expect(textsOf(dir)).toEqual([['out/pack.json', 'mine']]);
    expect(readdirSync(dir)).toEqual(['out']);
  });

  it.each([
    [['import'], 'one feed'],
    [['import', 'a', 'b', '--out', 'c'], 'one feed'],
    [['import', 'a'], '--out DIR is needed'],
    [['import', 'https://feed.example/', '--out', 'c'], 'fetch the feed first'],
    [['import', 'a', '--out', 'package.json'], 'is a file'],
    [['import', 'a', '--loud'], '--loud'],
  ])('%j is wrong usage', (args, message) => {
    const ran = factmark(args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(message);
  });

  it('says so if the feed is not there, and makes no folder', () => {
    const dir = folder({});
    const ran = factmark(['import', join(dir, 'none.json'), '--out', join(dir, 'out')]);
    expect([ran.code, existsSync(join(dir, 'out')), readdirSync(dir)]).toEqual([1, false, []]);
    expect(ran.err).toContain('ENOENT');
  });
});
