import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lintFolder } from '../../../lib/cli/lint';
import { aCheck, aPack } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';

const ROOT = resolve(import.meta.dirname, '../../..');
const claim = aCheck().claims[0];
const broken = folder({
  'pack.json': aPack({ sets: { pact: ['(open'] } }),
  'sky/broken.json': '{"format": 1,',
  'sky/moon-cheese.json': aCheck({ checkedOn: 'soon', html: '<b>' }),
  'sky/mars.json': aCheck({
    id: 'mars',
    bottomLine: 'Red [2][9].',
    followUps: [{ question: 'And?', check: 'gone' }],
  }),
  'sky/venus.json': aCheck({ id: 'mars', topic: 'heat' }),
});
const ways = folder({
  'pack.json': aPack(),
  'sky/moon-cheese.json': aCheck({ claims: [{ ...claim, says: ['moon', '(open', '<nobody>'] }] }),
});
const unheard = folder({
  'pack.json': aPack(),
  'sky/moon-cheese.json': aCheck({ claims: [{ ...claim, says: ['lunar cheddar'] }] }),
});
const good = folder({ 'pack.json': aPack(), 'sky/moon-cheese.json': aCheck() });

/** Lines as printed, with the folder's own name cut off. */
const lint = (dir: string) => {
  const { code, out, err } = factmark(['lint', dir]);
  return {
    code,
    err,
    lines: out
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(`${relative(ROOT, dir)}/`, '')),
  };
};

it('finds nothing wrong with the starter, by the editors’ rules too', { timeout: PATIENCE }, () => {
  const { code, out, err } = factmark(['lint', '--strict']);
  expect([out.split('\n').slice(1), err, code]).toEqual([['lint: no problems', ''], '', 0]);
});

it('prints one “file:pointer: what” for each problem of a broken library, and exits 1', {
  timeout: PATIENCE,
}, () => {
  const { code, err, lines } = lint(broken);
  expect([code, err]).toEqual([1, '']);
  const expected = [
    /^sky\/broken\.json:: is not valid JSON/,
    /^sky\/moon-cheese\.json:\/checkedOn: must be a date as YYYY-MM-DD/,
    /^sky\/moon-cheese\.json:\/html: ./,
    /^pack\.json:\/sets: ./,
    /^sky\/mars\.json:\/bottomLine: cites \[9\], but there are 3 sources/,
    /^sky\/venus\.json:\/topic: “heat” is not a topic of pack\.json/,
    /^sky\/venus\.json:\/id: belongs in heat\/mars\.json/,
    /^sky\/venus\.json:\/id: “mars” is used by another check too/,
    /^sky\/mars\.json:\/followUps\/0\/check: “gone” is not in the library/,
  ];
  for (const one of expected) expect(lines).toContainEqual(expect.stringMatching(one));
  const surplus = lines.filter((line) => !expected.some((one) => one.test(line)));
  expect(surplus).toEqual([
    expect.stringMatching(/^sky\/moon-cheese\.json:\/checkedOn: must be a real date/),
  ]);
});

/** In this process, by the same function as the command. */
const problems = async (dir: string) =>
  (await lintFolder(dir)).map(
    (p) => `${relative(resolve(ROOT, dir), resolve(ROOT, p.file))}:${p.pointer}: ${p.message}`,
  );

it('points at each way of saying that cannot be read', async () => {
  expect(await problems(ways)).toEqual([
    expect.stringMatching(/^sky\/moon-cheese\.json:\/claims\/0\/says\/1: ./),
    expect.stringMatching(/^sky\/moon-cheese\.json:\/claims\/0\/says\/2: ./),
  ]);
});

it('finds a claim that no reader would ever see marked', async () => {
  const found = /^sky\/moon-cheese\.json:\/claims\/0\/says: no way of saying fits the claim's own text/;
  expect(await problems(unheard)).toEqual([expect.stringMatching(found)]);
});

it('is content with a good library of somebody else', async () => expect(await problems(good)).toEqual([]));

it('misses the pack.json', async () => {
  expect(await problems(join(good, 'sky'))).toContainEqual(expect.stringMatching(/^pack\.json:: is missing/));
});

it.each([
  [1, ['lint', join(good, 'gone')], /^factmark: .*gone/],
  [2, ['lint', good, good], /^factmark: lint takes one folder/],
])('exits %i for %j', { timeout: PATIENCE }, (code, args, message) => {
  const ran = factmark(args);
  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.err).toMatch(message);
});
