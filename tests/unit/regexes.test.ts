/** No text keeps one of our regular expressions busy: each is known to take no longer than its input, or meets little. */
import { expect, it } from 'vitest';
import { keyOf, knownVerdicts, ourRegexes, regexesIn, verdictOn } from '../support/regexes';
import { ALLOWED } from '../support/slow-regexes';

const { literals, made } = ourRegexes();
const known = knownVerdicts();

it('finds every regular expression in a source', () => {
  const source =
    'const a = /x+/u; class B { c = [/y/g, (z?: string) => z?.match(/(?<n>z)/)]; d = RegExp(e) }';
  const found = regexesIn('a.ts', source);
  expect([found.literals.map(keyOf), found.made]).toEqual([['/x+/u', '/y/g', '/(?<n>z)/'], ['a.ts']]);
  expect(literals.size).toBeGreaterThan(300);
});

it('knows what the checker says of one that backtracks', async () => {
  const verdict = await verdictOn({ where: '', pattern: '^(a+)+$', flags: '' }, 10_000);
  expect(verdict.status).toBe('vulnerable');
});

it('has none whose time grows faster than its input, but where that is short', {
  timeout: 120_000,
}, async () => {
  const slow: string[] = [];
  for (const [key, regex] of literals) {
    // A pattern that is new since the checker was last asked of all is asked of now.
    const { status } = known[key] ?? (await verdictOn(regex, 60_000));
    const isAllowed = ALLOWED.some(
      ({ file, begins }) => regex.where.startsWith(`${file}:`) && regex.pattern.startsWith(begins),
    );
    if (status !== 'safe' && !isAllowed) slow.push(`${regex.where} ${status} ${key}`);
  }
  expect(slow).toEqual([]);
});

it('allows none that is not there or is quick by now', () => {
  const idle = ALLOWED.filter(
    ({ file, begins }) =>
      ![...literals].some(
        ([key, { where, pattern }]) =>
          where.startsWith(`${file}:`) && pattern.startsWith(begins) && known[key]?.status !== 'safe',
      ),
  );
  expect(idle).toEqual([]);
});

it('makes patterns of text in three places only, of nothing that others write', () => {
  // Months and days of 100 characters; a base64 text of a fixed length; the end of a tag named script, style or the like.
  expect([...made].sort()).toEqual([
    'lib/claims/claim-review/day.ts',
    'lib/claims/feed/page.ts',
    'lib/claims/packs/manifest.ts',
  ]);
});
