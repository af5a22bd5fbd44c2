import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheck, RATINGS } from '../../../lib/claims';
import { httpUrl, MAX_TEXT, parseWith } from '../../../lib/claims/check';
import { aCheck } from '../../support/checks';

const STARTER = resolve(import.meta.dirname, '../../../public/starter');
const files = readdirSync(STARTER, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\/.*\.json$/.test(f),
);

/** Pointers of everything wrong with `input`, each once. */
const wrong = (input: unknown): string[] => {
  const parsed = parseCheck(input);
  return parsed.ok ? [] : [...new Set(parsed.problems.map((p) => p.pointer))];
};
const withSource = (source: Record<string, unknown>) =>
  aCheck({ sources: [{ ...aCheck().sources[0], ...source }] });
const withClaim = (claim: Record<string, unknown>) =>
  aCheck({ claims: [{ ...aCheck().claims[0], ...claim }] });

describe('the starter', () => {
  it('is there', () => expect(files.length).toBeGreaterThanOrEqual(7));
  it.each(files)('%s fits the schema', (file) => {
    expect(parseCheck(JSON.parse(readFileSync(resolve(STARTER, file), 'utf8')))).toMatchObject({ ok: true });
  });
});

describe('a good check', () => {
  it('is read as written, with what may be left out filled in', () => {
    const parsed = parseCheck(aCheck());
    const claim = { ...aCheck().claims[0], parties: [], unless: [], echoes: [], subject: [] };
    expect(parsed).toEqual({ ok: true, value: aCheck({ claims: [claim] }) });
  });
  it('loses the space around its lines', () => {
    expect(parseCheck(aCheck({ question: '  Is it?\n' }))).toMatchObject({ value: { question: 'Is it?' } });
  });
  it.each(RATINGS)('may be rated %s', (rating) => {
    expect(wrong(aCheck({ verdict: { label: 'In our words', rating } }))).toEqual([]);
  });
  it.each(['2025', '2025-02', '2024-02-29'])('may cite a source of %s', (date) => {
    expect(wrong(withSource({ date }))).toEqual([]);
  });
});

describe('what is refused, and where', () => {
  it.each(['extra', 'constructor', 'toString', 'html'])('a field “%s” nobody knows', (key) => {
    expect(wrong(aCheck({ [key]: 'x' }))).toEqual([`/${key}`]);
    expect(wrong(withSource({ [key]: 'x' }))).toEqual([`/sources/0/${key}`]);
    expect(wrong(withClaim({ [key]: 'x' }))).toEqual([`/claims/0/${key}`]);
  });
  it('a “__proto__” out of JSON', () => {
    expect(wrong(JSON.parse(`{"__proto__":{},${JSON.stringify(aCheck()).slice(1)}`))).toEqual(['/__proto__']);
  });
  it('a field with “/” and “~” in its name, escaped in the pointer', () => {
    expect(wrong(aCheck({ 'a/b~c': 1 }))).toEqual(['/a~1b~0c']);
  });
  it.each(['30 November 2025', '2025-11', '2025-13-01', '2025-02-30', '2025-02-29', '2025-11-30T00:00'])(
    'the day “%s”',
    (checkedOn) => expect(wrong(aCheck({ checkedOn }))).toEqual(['/checkedOn']),
  );
  it.each(['2025-13', '2025-00', '2025-02-30', '25', 'May 2025'])('the source date “%s”', (date) => {
    expect(wrong(withSource({ date }))).toEqual(['/sources/0/date']);
  });
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://example.org/%0aalert(1)',
    'data:text/html,x',
    'ftp://example.org/a',
    'file:///etc/passwd',
    'https:example.org',
    '//example.org/a',
    'example.org',
    'https://',
    ' https://example.org/',
    'https://news.example@evil.example/',
    'https://news.example:x@evil.example/',
    'https://@evil.example/',
    'https:///news.example@evil.example/',
    'https://evil.example\\@news.example/',
    'https://example.org/\nx',
  ])('the address “%s”', (url) => expect(wrong(withSource({ url }))).toEqual(['/sources/0/url']));
  it.each(['https://example.org/@desk/1', 'https://example.org?by=@desk', 'HTTP://example.org:80#@'])(
    'but not the address “%s”',
    (url) => expect(wrong(withSource({ url }))).toEqual([]),
  );
  it.each([
    ['/question', { question: 'q'.repeat(161) }],
    ['/answer', { answer: 'a'.repeat(221) }],
    ['/summary', { summary: 's'.repeat(MAX_TEXT + 1) }],
    ['/sections/0/text', { sections: [{ title: 't', text: 's'.repeat(MAX_TEXT + 1) }] }],
    ['/sections', { sections: Array(13).fill({ title: 't', text: 's' }) }],
    ['/claims', { claims: Array(41).fill(aCheck().claims[0]) }],
    ['/claims/0/says/0', { claims: [{ ...aCheck().claims[0], says: ['w'.repeat(1_201)] }] }],
    ['/sources', { sources: Array(61).fill(aCheck().sources[0]) }],
    ['/followUps', { followUps: Array(11).fill({ question: 'q' }) }],
    ['/sources/0/url', withSource({ url: `https://example.org/${'a'.repeat(2_000)}` })],
    ['/verdict/label', { verdict: { label: 'l'.repeat(41), rating: 'false' } }],
  ])('too much at %s', (pointer, change) => expect(wrong(aCheck(change))).toEqual([pointer]));
  it.each([
    ['/question', { question: ' \n ' }],
    ['/claims', { claims: [] }],
    ['/sources', { sources: [] }],
    ['/claims/0/says', { claims: [{ ...aCheck().claims[0], says: [] }] }],
    ['/summary', { summary: undefined }],
    ['/summary', { summary: ['not', 'text'] }],
  ])('nothing at %s', (pointer, change) => expect(wrong(aCheck(change))).toEqual([pointer]));
  it.each(['fake', 'False', 'toString', '', 3])('the rating “%s”', (rating) => {
    expect(wrong(aCheck({ verdict: { label: 'x', rating } }))).toEqual(['/verdict/rating']);
  });
  it.each(['Moon', 'moon--cheese', '-moon', '../moon', 'moon cheese', 'm'.repeat(81)])(
    'the id “%s”',
    (id) => {
      expect(wrong(aCheck({ id }))).toEqual(['/id']);
    },
  );
  it.each(['usa', 'us', 'U1'])('the party “%s”', (party) => {
    expect(wrong(withClaim({ parties: ['IL', party] }))).toEqual(['/claims/0/parties/1']);
  });
  it('a language tag of more than 35 characters', () => {
    expect(wrong(aCheck({ language: `en-${'a'.repeat(32)}` }))).toEqual([]);
    expect(wrong(aCheck({ language: `en-${'a'.repeat(33)}` }))).toEqual(['/language']);
  });
  it('another format, another kind of source, a language that is none', () => {
    const input = { ...withSource({ kind: 'tertiary' }), format: 2, language: 'English!' };
    expect(wrong(input).sort()).toEqual(['/format', '/language', '/sources/0/kind']);
  });
  it.each([null, undefined, 'text', 3, true, [[aCheck()]]])('a whole input %s', (input) => {
    expect(parseCheck(input)).toMatchObject({ ok: false });
  });
});

it('an address with letters beyond ASCII is taken the ten thousandth time as well', () => {
  const url = 'https://münchen.example/käse';
  const refused = Array.from({ length: 10_000 }, () => parseWith(httpUrl, url)).filter(({ ok }) => !ok);
  expect(refused).toEqual([]);
});
