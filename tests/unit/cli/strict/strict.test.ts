/** Each of the editor's rules, broken one by one in a library that keeps them all. */
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FactCheck } from '../../../../lib/claims';
import { readLibrary } from '../../../../lib/cli/library';
import { lintStrict } from '../../../../lib/cli/strict';
import { aCheck, aPack } from '../../../support/checks';
import { factmark, folder, PATIENCE } from '../../../support/cli';
import { jsonLines } from '../../../support/packs';

/** 28 words and a source. */
const sentence = (n: number) =>
  `In that year the mission brought back rock and soil from the plain, and laboratories on three continents of the world then measured what it was made of [${n}].`;
const paragraph = (n: number) => `${sentence(n)} ${sentence(n)}`;
const good = (change: Record<string, unknown> = {}) =>
  aCheck({
    summary: paragraph(1),
    sections: ['Samples', 'Light', 'Weight'].map((title) => ({ title, text: paragraph(2) })),
    bottomLine: paragraph(3),
    sources: [
      { title: 'Catalog', publisher: 'NASA', kind: 'primary', date: '2025-11', url: 'https://example.org/a' },
      { title: 'Meteorites', publisher: 'A museum', kind: 'primary', identifier: 'doi:10.1000/182' },
      { title: 'A history', publisher: 'A press', kind: 'secondary', identifier: 'ISBN 0-306-40615-2' },
    ],
    followUps: ['Who said so?', 'When?', 'Why?'].map((question) => ({ question })),
    ...change,
  });
const review =
  '# Review\n\n## [1] Catalog\n\n## [2] Meteorites\n\n## [3] A history\n\n## Second reading (2026-11-22)\n';
const wordings = ['green', 'old', 'blue', 'soft', 'hard', 'Swiss'].map((kind) => ({
  text: `They say the moon is made of ${kind} cheese.`,
  claim: 'made-of-cheese',
}));
const nearMisses = ['Mars', 'Venus', 'Titan', 'Pluto'].map((place) => ({
  text: `They say that ${place} is made of cheese.`,
  claim: null,
}));
const examples = [...wordings, ...nearMisses];

interface Files {
  readonly check?: Record<string, unknown>;
  readonly review?: string | undefined;
  readonly examples?: readonly unknown[] | string;
  readonly more?: Record<string, unknown>;
}
const library = (files: Files = {}) =>
  folder({
    'pack.json': aPack(),
    'sky/moon-cheese.json': good(files.check),
    ...('review' in files && files.review === undefined
      ? {}
      : { 'sky/moon-cheese.review.md': files.review ?? review }),
    'sky/moon-cheese.examples.jsonl':
      typeof files.examples === 'string' ? files.examples : jsonLines([...(files.examples ?? examples)]),
    ...files.more,
  });
const problems = async (files: Files): Promise<string[]> => {
  const dir = library(files);
  const { pack, checks, problems: broken } = await readLibrary(dir);
  expect(broken).toEqual([]);
  const { problems } = await lintStrict(pack?.sets ?? {}, checks, '2025-12-31');
  return problems.map((p) => `${relative(dir, p.file)}:${p.pointer}: ${p.message}`);
};
const section = (text: string) => ({ title: 'Samples', text });
const sourcesWith = (i: number, change: Record<string, unknown>) => {
  const { sources } = good() as unknown as FactCheck;
  return sources.map((source, at) => (at === i ? { ...source, ...change } : source));
};

describe('lint --strict', () => {
  it('finds nothing wrong with a library that keeps the rules', async () => {
    expect(await problems({})).toEqual([]);
  });

  it.each<[string, Files, RegExp]>([
    [
      'too short a text',
      { check: { sections: Array(3).fill(section('It is rock [2].')) } },
      /words; write 250 to 600$/,
    ],
    [
      'too long a text',
      { check: { summary: Array(30).fill(sentence(1)).join(' ') } },
      /words; write 250 to 600$/,
    ],
    [
      'too few sections',
      { check: { sections: [section(Array(6).fill(sentence(2)).join(' '))] } },
      /\/sections: there are 1 sections; write 3 to 6$/,
    ],
    ['too few follow-ups', { check: { followUps: [] } }, /\/followUps: there are 0 follow-up/],
    [
      'a sentence without a source',
      { check: { summary: `The moon is far. ${paragraph(1)}` } },
      /\/summary: “The moon is far\.…” has no citation/,
    ],
    [
      'an address that is not https',
      { check: { sources: sourcesWith(0, { url: 'http://example.org/a' }) } },
      /\/sources\/0\/url: is not https/,
    ],
    [
      'an identifier of a wrong form',
      { check: { sources: sourcesWith(1, { identifier: 'doi:182' }) } },
      /\/sources\/1\/identifier: “doi:182” is not of its kind's form/,
    ],
    [
      'a source younger than the check',
      { check: { sources: sourcesWith(0, { date: '2025-12' }) } },
      /\/sources\/0\/date: is after checkedOn/,
    ],
    [
      'one source twice',
      { check: { sources: sourcesWith(2, { title: 'Meteorites', identifier: 'doi:10.1000/182' }) } },
      /\/sources\/2: is source \[2\] again/,
    ],
    [
      'a check from the future',
      { check: { checkedOn: '2026-01-01' } },
      /\/checkedOn: is after today, 2025-12-31/,
    ],
    [
      'a change after the check',
      { check: { changes: [{ on: '2025-12-01', was: { label: 'Yes', rating: 'true' }, why: 'Rock.' }] } },
      /\/changes\/0\/on: is after checkedOn/,
    ],
    ['no review', { review: undefined }, /moon-cheese\.review\.md:: is missing/],
    ['a review without a source', { review: review.replace('[2]', '2') }, /has no section on source \[2\]/],
    [
      'a review without a second reading',
      { review: review.replace('Second', 'First') },
      /records no second reading/,
    ],
    [
      'too few examples',
      { examples: examples.slice(1) },
      /\.examples\.jsonl:: has 5 wordings and 4 near misses/,
    ],
    [
      'an example that is none',
      { examples: `${jsonLines(examples)}{"text": 1}\n` },
      /\.examples\.jsonl:11: is not/,
    ],
    [
      'an example of another claim',
      { examples: [...examples, { text: 'Moon, made of cheese?', claim: 'other' }] },
      /:11: “Moon, made of cheese\?” says “other”, which is no claim/,
    ],
    [
      'a wording that is not found',
      { examples: [...examples, { text: 'Lunar cheddar.', claim: 'made-of-cheese' }] },
      /:11: “Lunar cheddar\.” is not found/,
    ],
    [
      'a near miss that is found',
      { examples: [...examples, { text: 'A moon made of cheese.', claim: null }] },
      /:11: “A moon made of cheese\.” is found, but is a near miss/,
    ],
    ['a wording twice', { examples: [...examples, wordings[0]] }, /:11: .* stands there twice$/],
  ])('finds %s', async (_, files, told) => {
    expect(await problems(files)).toEqual([expect.stringMatching(told)]);
  });

  it.each([
    ['no cheese is on the moon', undefined, /\/claims\/0\/text: is told as “denies” toward itself/],
    ['no cheese is on the moon', true, undefined],
    ['There is no cheese on the moon, or is there?', true, /is told as “asks” toward itself/],
  ])('%s (negated: %s)', async (text, negated, told) => {
    const [claim] = good().claims;
    const says = [...(claim?.says ?? []), 'cheese .. on the moon'];
    const found = await problems({ check: { claims: [{ ...claim, text, negated, says }] } });
    expect(found).toEqual(told ? [expect.stringMatching(told)] : []);
  });

  it('finds a sentence that two checks claim, and a claim of both', async () => {
    const claims = [
      { id: 'cheese', text: 'The moon is made of green cheese.', says: ['moon .. made of ~ cheese'] },
    ];
    const more = {
      'sky/a-moon.json': good({ id: 'a-moon', claims }),
      'sky/a-moon.review.md': review,
      'sky/a-moon.examples.jsonl': jsonLines([
        ...wordings.map((w) => ({ ...w, claim: 'cheese' })),
        ...nearMisses,
      ]),
    };
    const found = await problems({ more });
    expect(found).toContainEqual(
      expect.stringMatching(/moon-cheese\.json:\/claims\/0\/text: is a claim of the check “a-moon” too/),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/moon-cheese\.json:\/claims\/0\/text: is taken by the check “a-moon”/),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/moon-cheese\.examples\.jsonl:1: .* is taken by the check “a-moon”/),
    );
  });
});

it('runs as a command: grades first, then what is wrong', { timeout: PATIENCE }, () => {
  const ran = factmark(['lint', '--strict', library()]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toMatch(
    /^reading grade \(Flesch–Kincaid\): median [\d.]+, hardest [\d.]+ \(moon-cheese\)\nlint: no problems\n$/,
  );
  const broken = factmark(['lint', '--strict', library({ examples: [] })]);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('sky/moon-cheese.examples.jsonl:: has 0 wordings');
});
