import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCheck, aPack } from '../../support/checks';
import { factmark, folder, PATIENCE, type Ran } from '../../support/cli';

const stars = aCheck({
  id: 'star-lamps',
  claims: [{ id: 'lamps', text: 'Stars are lamps.', says: ['stars are [just] (lamps|little lamps)'] }],
});
const files = folder({
  'moon/pack.json': aPack(),
  'moon/sky/moon-cheese.json': aCheck(),
  'stars/pack.json': aPack({ id: 'stars' }),
  'stars/sky/star-lamps.json': stars,
  'broken/pack.json': aPack(),
  'broken/sky/a.json': '{',
  'page.html':
    '<title>The moon is made of cheese</title><p>Nobody asked.<p>The <b>moon</b> is made of\n <a href="#">green</a> cheese, he said.<script>"the moon is made of cheese"</script><p hidden>The moon is made of cheese.',
  'plain.txt': 'Nobody asked.\n\nThe moon is made of cheese, he said.',
  'bare.txt': 'The harbor opens at nine.',
  'lines.jsonl':
    '\uFEFF{"id": "first", "text": "The moon is made of cheese."}\r\n\n{"id": 2, "text": "Nothing."}\n{"text": "Stars are lamps."}\n',
});
const at = (name: string) => join(files, name);
const packs = ['--pack', at('moon'), '--pack', at('stars')];

const text =
  '🌔 Über alles: yesterday he wrote that the moon, seen close up, is made of fine old cheese. Nobody is sure that stars are just lamps. The harbor opens at nine. Is the moon made of cheese?';

describe('JSONL from standard input', () => {
  let ran: Ran;
  beforeAll(() => {
    ran = factmark(['match', ...packs, '--format', 'jsonl'], `${JSON.stringify({ id: 'q1', text })}\n`);
  }, PATIENCE);

  it('answers with one line and exit 0', () => {
    expect([ran.code, ran.err, ran.lines().length]).toEqual([0, '', 1]);
    expect(ran.lines()[0].id).toBe('q1');
  });
  it('answers with the fields of the contract, and no other', () => {
    const { matches, ...rest } = ran.lines()[0];
    expect(Object.keys(rest)).toEqual(['id']);
    expect(matches).toHaveLength(3);
    for (const match of matches) {
      expect(Object.keys(match).sort()).toEqual([
        'check',
        'claim',
        'end',
        'phrase',
        'reasons',
        'score',
        'sentence',
        'stance',
        'start',
      ]);
      expect(match.score).toBeGreaterThan(0);
      expect(match.score).toBeLessThanOrEqual(1);
      expect(['asserts', 'denies', 'asks', 'mentions']).toContain(match.stance);
      expect(match.reasons.length).toBeGreaterThan(0);
    }
  });
  it('points at the words: text.slice(start, end) is the phrase, within the sentence', () => {
    for (const { start, end, phrase, sentence } of ran.lines()[0].matches) {
      expect(text.slice(start, end)).toBe(phrase);
      expect(text).toContain(sentence);
      expect(sentence).toContain(phrase);
    }
  });
  it('names check and claim, from every pack, best first', () => {
    const { matches } = ran.lines()[0];
    expect(matches.map((m: { check: string; claim: string }) => `${m.check}/${m.claim}`).sort()).toEqual([
      'moon-cheese/made-of-cheese',
      'moon-cheese/made-of-cheese',
      'star-lamps/lamps',
    ]);
    const scores = matches.map((m: { score: number }) => m.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBeGreaterThan(1);
  });
});

it('reads text, HTML and JSONL files by their kind, one line per input in order', {
  timeout: PATIENCE,
}, () => {
  const ran = factmark(['match', ...packs, ...['bare.txt', 'plain.txt', 'page.html', 'lines.jsonl'].map(at)]);
  const lines = ran.lines();
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(lines.map((l) => [l.id, l.matches.length])).toEqual([
    ['bare.txt', 0],
    ['plain.txt', 1],
    ['page.html', 1],
    ['first', 1],
    ['2', 0],
    ['4', 1],
  ]);
  const plain = lines[1].matches[0];
  expect('Nobody asked.\n\nThe moon is made of cheese, he said.'.slice(plain.start, plain.end)).toBe(
    plain.phrase,
  );
  expect(lines[2].matches[0]).toMatchObject({
    phrase: 'moon is made of green cheese',
    sentence: 'The moon is made of green cheese, he said.',
  });
});

it('skips broken JSON lines, names them, and exits 1', { timeout: PATIENCE }, () => {
  const ran = factmark(
    ['match', ...packs, '--format', 'jsonl', '-'],
    '{"id":"a"}\nThe moon\nnull\n{"id":"b","text":"The moon is made of cheese."}\n',
  );
  expect(ran.code).toBe(1);
  expect(ran.lines().map((l) => [l.id, l.matches.length])).toEqual([['b', 1]]);
  expect(
    ran.err
      .trimEnd()
      .split('\n')
      .map((l) => l.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['standard input:1:', 'standard input:2:', 'standard input:3:']);
});

it('matches against the starter by default', { timeout: PATIENCE }, () => {
  const ran = factmark(['match'], 'The United States has a mutual defense pact with Israel.');
  expect(ran.lines()).toMatchObject([
    { id: 'stdin', matches: [{ check: 'us-israel-mutual-defense-pact', stance: 'asserts' }] },
  ]);
});

it.each([
  [2, ['match', '--format', 'pdf'], /--format takes text, html or jsonl/],
  [1, ['match', '--pack', at('broken'), at('bare.txt')], /sky\/a\.json:: is not valid JSON.*run “lint/],
  [1, ['match', '--pack', at('moon'), at('gone.txt')], /gone\.txt/],
  [2, ['toString'], /there is no command “toString”/],
])('exits %i for %j', { timeout: PATIENCE }, (code, args, message) => {
  const ran = factmark(args);
  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.err).toMatch(message);
  expect(ran.err).not.toMatch(/\n {4}at /);
});
