import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aCheck, aPack } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';

const STARTER = resolve(import.meta.dirname, '../../../public/starter');
const files = {
  'pack.json': aPack(),
  'sky/a.json': aCheck({ id: 'a', verdict: { label: 'Ja', rating: 'true' }, language: 'de' }),
  'sky/b.json': aCheck({ id: 'b' }),
  'heat/c.json': aCheck({ id: 'c', topic: 'heat' }),
};
const bytes = Object.values(files).reduce((sum, f) => sum + Buffer.byteLength(JSON.stringify(f)), 0);
const counts = {
  checks: 3,
  topics: { heat: 1, sky: 2 },
  ratings: { false: 2, true: 1 },
  sources: 9,
  languages: { de: 1, en: 2 },
};

it('counts a library as one JSON object', { timeout: PATIENCE }, () => {
  const ran = factmark(['stats', folder(files)]);
  expect([ran.code, ran.err, ran.lines()]).toEqual([0, '', [{ ...counts, bytes, problems: 0 }]]);
});

it('counts what can be read of a broken one, and exits 1', { timeout: PATIENCE }, () => {
  const ran = factmark(['stats', folder({ ...files, 'sky/d.json': 'no JSON' })]);
  expect([ran.code, ran.lines()]).toEqual([1, [{ ...counts, bytes: bytes + 7, problems: 1 }]]);
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
