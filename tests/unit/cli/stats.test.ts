import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { packFolder } from '../../../lib/cli/pack/run';
import { aCheck } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';
import { aReview, jsonLines, skyPack, tree, write } from '../../support/packs';

const STARTER = resolve(import.meta.dirname, '../../../public/starter');
const topics = ['sky', 'heat'].map((id) => ({ id, title: id, description: `About ${id}.` }));
const files = {
  'pack.json': skyPack({ topics }),
  'sky/a.json': aCheck({ id: 'a', verdict: { label: 'Ja', rating: 'true' }, language: 'en-GB' }),
  'sky/b.json': aCheck({ id: 'b' }),
  'heat/c.json': aCheck({ id: 'c', topic: 'heat' }),
  'reviews/a.jsonl': jsonLines([aReview(1), aReview(2, { language: undefined })]),
  'reviews/b.jsonl': jsonLines([
    aReview(3, { publisher: '__proto__', verdict: { label: 'Hm', rating: 'unrated' } }),
  ]),
};
const bytesOf = (content: unknown) =>
  Buffer.byteLength(typeof content === 'string' ? content : JSON.stringify(content));
const bytes = Object.values(files).reduce<number>((sum, f) => sum + bytesOf(f), 0);
const counts = {
  checks: 3,
  topics: { heat: 1, sky: 2 },
  ratings: { false: 4, true: 1, unrated: 1 },
  sources: 9,
  languages: { en: 4, 'en-GB': 1, und: 1 },
  reviews: 3,
  publishers: { ...Object.fromEntries([['__proto__', 1]]), 'Sky desk': 5 },
};

it('counts a library as one JSON object', { timeout: PATIENCE }, () => {
  const ran = factmark(['stats', folder(files)]);
  expect([ran.code, ran.err, ran.lines()]).toEqual([0, '', [{ ...counts, bytes, problems: 0 }]]);
});

it('counts the same in the published pack, as readers hold it', { timeout: PATIENCE }, async () => {
  const [dir, out] = [folder(files), folder({})];
  await packFolder({ dir, out });
  write(dir, { 'heat/c.json': aCheck({ id: 'c', topic: 'heat', answer: 'No. Hot.' }) });
  await packFolder({ dir, out });
  const ran = factmark(['stats', out]);
  const written = [...tree(out).values()].reduce((sum, file) => sum + file.length, 0);
  expect([ran.code, ran.lines()]).toEqual([0, [{ ...counts, bytes: written, problems: 0 }]]);
});

it('counts what can be read of a broken one, and exits 1', { timeout: PATIENCE }, () => {
  const ran = factmark(['stats', folder({ ...files, 'sky/d.json': 'no JSON', 'reviews/c.jsonl': '{}' })]);
  const problems = 1 + 4;
  expect([ran.code, ran.lines()]).toEqual([1, [{ ...counts, bytes: bytes + 7 + 2, problems }]]);
});

it('counts the starter by default', { timeout: PATIENCE }, () => {
  const { code, lines } = factmark(['stats']);
  const json = readdirSync(STARTER, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'));
  const [stats, ...more] = lines();
  expect([code, more, stats.checks, stats.problems]).toEqual([0, [], json.length - 1, 0]);
  expect(stats.bytes).toBe(json.reduce((sum, f) => sum + statSync(join(STARTER, f)).size, 0));
});

it('takes one folder', { timeout: PATIENCE }, () => {
  const ran = factmark(['stats', '--all']);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).toMatch(/stats takes one folder/);
});
