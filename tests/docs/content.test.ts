/** What the documentation quotes is what the product says: its words, its fields, its JSON; and its drawing is simple. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheck, parsePack, parseReview } from '../../lib/claims';
import { CheckSchema } from '../../lib/claims/check';
import { RATINGS } from '../../lib/claims/ratings';
import { textsOf } from '../../lib/cli/words';
import { blocksOf, DOCS, type Doc, proseOf, ROOT } from './support/markdown';

const docAt = (file: string): Doc => {
  const doc = DOCS.find((one) => one.file === file);
  if (!doc) throw new Error(`${file} is missing`);
  return doc;
};

/** The part of a document under a heading, to the next of any level. */
const under = (file: string, heading: string): string => {
  const [, part] = docAt(file).text.split(`\n## ${heading}\n`);
  if (part === undefined) throw new Error(`${file} has no part “${heading}”`);
  return part.split('\n## ')[0] ?? '';
};

/** Names in the first column of a table. */
const fieldsIn = (part: string): string[] =>
  [...part.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

describe('what readers are told to press and read', () => {
  const texts = Object.values(textsOf('en')).map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\$\d/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+')}$`,
      ),
  );
  const isSaid = (quote: string) => texts.some((text) => text.test(quote));

  it.each(DOCS.filter(({ file }) => file.startsWith('docs/readers/')).map((doc) => [doc.file, doc] as const))(
    '%s quotes the product’s own words',
    (_, doc) => {
      const quotes = [...proseOf(doc).matchAll(/“([^”]+)”/g)].map(([, quote = '']) =>
        quote.replace(/\s+/g, ' '),
      );
      expect(quotes.filter((quote) => !isSaid(quote) && quote !== 'seems to …')).toEqual([]);
    },
  );

  it('all sections of the settings are listed in their order', () => {
    const words = textsOf('en');
    const source = readFileSync(resolve(ROOT, 'entrypoints/options/sections.ts'), 'utf8');
    const titles = [...source.matchAll(/title: '(\w+)'/g)].map(([, key = '']) => words[key]);
    const listed = [...under('docs/readers/use.md', 'Settings').matchAll(/^\| “([^”]+)” \|/gm)].map(
      ([, t]) => t,
    );
    expect(listed).toEqual(titles);
  });
});

describe('formats', () => {
  it('every field of a check is told, and no other', () =>
    expect(fieldsIn(under('docs/researchers/formats.md', 'A check')).sort()).toEqual(
      Object.keys(CheckSchema.entries).sort(),
    ));

  it('every rating is told, in both places', () => {
    const [told = ''] = under('docs/researchers/formats.md', 'Ratings').trim().split('\n');
    expect([...told.matchAll(/`([^`]+)`/g)].map(([, rating]) => rating)).toEqual([...RATINGS]);
    expect(fieldsIn(under('docs/publishers/write.md', 'The verdict')).sort()).toEqual([...RATINGS].sort());
  });

  it('every setting that an organisation can set is told', () => {
    const schema = JSON.parse(readFileSync(resolve(ROOT, 'public/managed.json'), 'utf8')).properties;
    const [keys = '', settings = ''] = under('docs/organisations/policies.md', 'What can be set').split(
      'Settings in `defaults`',
    );
    expect(fieldsIn(keys).sort()).toEqual(Object.keys(schema).sort());
    expect(fieldsIn(settings).sort()).toEqual(Object.keys(schema.defaults.properties).sort());
  });
});

describe('snippets', () => {
  const snippets = DOCS.flatMap(blocksOf).filter(({ language }) => language === 'json');
  /** A whole value, or fields of one. */
  const jsonOf = (text: string): unknown => JSON.parse(/^\s*[[{]/.test(text) ? text : `{${text}}`);

  it.each(snippets.map((block) => [`${block.file}:${block.line}`, block] as const))(
    '%s is JSON',
    (_, { text }) => expect(jsonOf(text)).toBeTypeOf('object'),
  );

  it('a review is one that is taken', () => {
    const reviews = snippets
      .map(({ text }) => jsonOf(text))
      .filter((value) => Object.hasOwn(Object(value), 'claim'));
    expect(reviews.length).toBeGreaterThan(0);
    for (const review of reviews) expect(parseReview(review)).toMatchObject({ ok: true });
  });

  it('fields of a check or a pack are taken in the example’s place', () => {
    const example = (file: string) =>
      JSON.parse(readFileSync(resolve(ROOT, 'docs/publishers/examples/sky', file), 'utf8'));
    const [check, pack] = [example('moon/moon-cheese.json'), example('pack.json')];
    const parts = snippets
      .filter(({ file }) => file.startsWith('docs/publishers/'))
      .map(({ text }) => jsonOf(text) as Record<string, unknown>)
      .filter((value) => !Object.hasOwn(value, 'claim'));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      const parsed = Object.keys(part).every((key) => key in check)
        ? parseCheck({ ...check, ...part })
        : parsePack({ ...pack, ...part });
      expect(parsed).toMatchObject({ ok: true });
    }
  });
});

/** What our drawings may hold; all of it is drawn by every version of the forge’s renderer. */
const DRAWING = [
  /^flowchart (LR|TB)$/,
  /^subgraph \w+ \[[^[\]"]+\]$/,
  /^end$/,
  /^\w+(\[[^[\]"]+\]|\[\([^[\]()"]+\)\])$/,
  /^\w+ --(?: "[^"]+" --)?> \w+$/,
];

it('drawings are of plain boxes and arrows between boxes that are there', () => {
  const drawings = DOCS.flatMap(blocksOf).filter(({ language }) => language === 'mermaid');
  expect(drawings.length).toBeGreaterThan(0);
  for (const { text } of drawings) {
    const rows = text
      .trim()
      .split('\n')
      .map((row) => row.trim());
    expect(rows.filter((row) => !DRAWING.some((form) => form.test(row)))).toEqual([]);
    const boxes = new Set(rows.flatMap((row) => /^(?:subgraph )?(\w+) ?[[(]/.exec(row)?.[1] ?? []));
    const ends = rows.flatMap((row) => /^(\w+) --.*> (\w+)$/.exec(row)?.slice(1) ?? []);
    expect(ends.filter((name) => !boxes.has(name))).toEqual([]);
  }
});
