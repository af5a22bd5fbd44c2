/**
 * `npm run starter`: what the starter library holds, counted: docs/starter.md and its drawing, docs/pictures/starter.svg.
 * Nothing in either is typed by hand; a test holds them to what this writes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RATINGS, type Rating } from '../../lib/claims/ratings';
import { checks, pack, starter } from '../unit/match/starter';
import { drawCounts } from './starter-drawing';
import { qualityOf, type Tried, tryLabelled, tryOrdinary } from './starter-set';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the two files are. */
export const PAGE = resolve(ROOT, 'docs/starter.md');
export const DRAWING = resolve(ROOT, 'docs/pictures/starter.svg');

const words: Record<string, string> = JSON.parse(
  readFileSync(resolve(ROOT, 'lib/words/en/common.json'), 'utf8'),
);
const nameOf = (rating: Rating): string => words[`common_rating_${rating.replaceAll('-', '_')}`] ?? rating;

const topics = pack.topics.map((topic) => ({
  ...topic,
  checks: checks.filter((check) => check.topic === topic.id),
}));
const used = RATINGS.filter((rating) => checks.some((check) => check.verdict.rating === rating));
const count = (list: typeof checks, rating: Rating): number =>
  list.filter((check) => check.verdict.rating === rating).length;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|---|${'---:|'.repeat(head.length - 1)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const share = (value: number): string => value.toFixed(2).replace(/^0/, '');

/** The page. */
export function starterPage(): string {
  const tried = tryLabelled(starter);
  const ordinary = tryOrdinary(starter);
  const half = (which: Tried['half'], list = tried) => qualityOf(list.filter((t) => t.half === which));
  const quality = (list: readonly Tried[]) =>
    (['seen', 'blind'] as const).flatMap((which) => {
      const { precision, recall } = qualityOf(list.filter((t) => t.half === which));
      return [share(precision), share(recall)];
    });
  const said = tried.filter((t) => t.check !== null).length;
  return `<!-- Written by \`npm run starter\`. Do not edit by hand. -->
# What the starter library holds

${checks.length} checks in ${topics.length} topics, written and kept by Factmark's editors: [how](publishers/editors.md). What was put right:
[Corrections](publishers/corrections.md). Readers switch topics on and off in the settings.

![Checks by topic and rating](pictures/starter.svg)

## Counted

${table(
  ['topic', 'checks', ...used.map((rating) => nameOf(rating).toLowerCase())],
  [
    ...topics.map((topic) => [
      topic.title,
      topic.checks.length,
      ...used.map((r) => count(topic.checks, r) || ''),
    ]),
    ['all', checks.length, ...used.map((rating) => count(checks, rating))],
  ],
)}

## How well it is found

On ${tried.length} sentences, by people who saw neither ways of saying nor examples: ${said} that say a claim, ${tried.length - said} that nearly
do. Ways of saying were mended by the *seen* half; of the *blind* half only totals were read
until they were finished. Labels know the 105 newer checks; seven near misses whose badge an older check rightly gets were
judged so afterwards, by an editor. Precision: right badges among
all badges. Recall: right badges among sentences that deserve one. Precision ${share(half('seen').precision)} and ${share(half('blind').precision)}, recall ${share(half('seen').recall)} and ${share(half('blind').recall)}.
Of ${ordinary.length.toLocaleString('en-US')} ordinary sentences of the same fields, ${ordinary.filter((o) => o.badge).length} get a badge that an editor would
reject. \`npm run bench -- quality\` prints it.

${table(
  ['topic', 'seen: precision', 'recall', 'blind: precision', 'recall'],
  topics.map(({ id, title }) => [title, ...quality(tried.filter((t) => t.topic === id))]),
)}

## The checks
${topics
  .map(
    (topic) => `
### ${topic.title}

${topic.description}

| question | verdict | checked |
|---|---|---|
${topic.checks
  .map(
    (c) =>
      `| [${c.question}](../public/starter/${c.topic}/${c.id}.json) | ${c.verdict.label} (${nameOf(c.verdict.rating).toLowerCase()}) | ${c.checkedOn} |`,
  )
  .join('\n')}
`,
  )
  .join('')}`;
}

/** The drawing. */
export const starterDrawing = (): string =>
  drawCounts(
    topics.map((topic) => ({
      title: topic.title,
      parts: used.map((rating) => ({ rating, count: count(topic.checks, rating) })),
    })),
    used.map((rating) => ({ rating, name: nameOf(rating), count: count(checks, rating) })),
  );

if (process.argv[1] === import.meta.filename) {
  mkdirSync(dirname(DRAWING), { recursive: true });
  writeFileSync(PAGE, starterPage());
  writeFileSync(DRAWING, starterDrawing());
  console.log(`${checks.length} checks: docs/starter.md, docs/pictures/starter.svg`);
}
