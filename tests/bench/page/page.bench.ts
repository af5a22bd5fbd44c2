/**
 * What Factmark costs a page: the built extension in Chromium, the bare page, a library that wraps sentences in elements
 * and the recipe of grammar checkers, in turn on the same pages. Needs `npm run build` first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Site, serve } from '../../support/server';
import { print } from '../measure';
import { type Browsers, openBrowsers } from './browsers';
import { insideCode } from './bundle';
import { chart, type Strip } from './chart';
import { feedFigures } from './feed';
import { feedPage, news } from './news';
import { readingFigures } from './reading';
import { BARE, type Case, heapPerMatch, OURS, type Row, rowsOf, table } from './rows';
import { markedSentences } from './sentences';
import { type Figures, visit, type Way } from './visit';

const ROOT = resolve(import.meta.dirname, '../../..');
const DRAWING = resolve(ROOT, '.tmp/bench-page.svg');
const MARKS = [0, 50, 1_000];
/** Most for the size that most goals are stated for; others are there for comparison, and are dear. */
const ROUNDS = (size: number) => (size > 20_000 || size < 5_000 ? 1 : 2);
/** Pages on which reading is measured by itself: what takes longer than this many text nodes is only more of the same. */
const MOST_FOR_READING = 20_000;

const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Measures pages of `sizes` text nodes; ends early, and cleanly, with `signal`. */
export async function pageBench(sizes: readonly number[], signal: AbortSignal): Promise<void> {
  const [site, browsers] = await Promise.all([serve(ROOT), openBrowsers()]);
  const close = async () => {
    await browsers.close();
    await site.close();
  };
  signal.addEventListener('abort', () => void close());
  try {
    await measure(site, browsers, sizes, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await close();
  }
}

async function measure(
  site: Site,
  browsers: Browsers,
  sizes: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  const sentences = markedSentences();
  const ways = await waysOf(sentences);
  const actions = await insideCode('actions');
  const strips: Strip[] = [];
  const say = (title: string, rows: readonly Row[], info: Record<string, unknown>) => {
    strips.push({ title, rows });
    for (const { figure, unit, goal, values } of rows)
      for (const [way, value] of values)
        print(`page/${figure.trim()}`, value, unit, {
          ...info,
          way,
          ...(goal === undefined ? {} : { goal }),
        });
    tell(`\n${table(title, rows)}\n`);
  };

  for (const size of sizes) {
    let none: Case | undefined;
    for (const marks of MARKS) {
      const page = news(size, marks, sentences);
      if (page.marks < marks || (marks === 50 && size > 20_000)) continue;
      const path = `/news-${size}-${marks}`;
      site.pages.set(path, page.html);
      const here = ways.filter((way) => marks > 0 || way.name === BARE || way.name === OURS);
      const rounds: Map<string, Figures>[] = [];
      for (let round = 0; round < ROUNDS(size); round++) {
        const figures = new Map<string, Figures>();
        for (const way of here) {
          // What others do differs by more than rounds differ; once is enough, and not on the dearest pages.
          if (way.name !== BARE && way.name !== OURS && (round > 0 || size > 20_000)) continue;
          tell(`${size} text nodes, ${marks} marks: round ${round + 1} of ${ROUNDS(size)}, ${way.name}`);
          figures.set(way.name, await visit(browsers, way, site.url + path, actions, signal));
        }
        rounds.push(figures);
      }
      const one: Case = { size, marks, words: page.words, rounds };
      if (marks === 0) none = one;
      const rows = [...rowsOf(one), ...(none && marks >= 1_000 ? [heapPerMatch(none, one)] : [])];
      say(`${page.textNodes} text nodes, ${marks} marks`, rows, { nodes: page.textNodes, marks });
    }
  }
  const reading = await insideCode('reading');
  for (const size of sizes.filter((s) => s <= MOST_FOR_READING)) {
    tell(`reading ${size} text nodes`);
    const path = `/news-${size}-0`;
    const figures = await readingFigures(browsers.bare, site.url + path, reading, signal);
    say(
      `reading ${size} text nodes`,
      single(figures, { 'cold, times the floor': 3, 'warm, times the floor': 3 }),
      { nodes: size },
    );
  }
  tell('the feed');
  site.pages.set('/feed', feedPage());
  const feed = await feedFigures(
    browsers,
    `${site.url}/feed`,
    { actions, counting: await insideCode('counting') },
    signal,
  );
  say(
    'feed of 2,000 posts',
    single(feed, { 'reads a text node': 1.05, 'own slice': 8, 'long tasks': 0, 'detached nodes': 0 }),
    {},
  );
  mkdirSync(resolve(DRAWING, '..'), { recursive: true });
  writeFileSync(DRAWING, chart(strips));
  tell(`Drawn: ${relative(process.cwd(), DRAWING)}`);
}

const single = (figures: Figures, goals: Record<string, number>): Row[] =>
  Object.entries(figures).map(([figure, value]) => ({
    figure,
    unit: '',
    goal: goals[figure],
    values: new Map([[OURS, value]]),
  }));

async function waysOf(sentences: readonly string[]): Promise<Way[]> {
  const library = readFileSync(resolve(ROOT, 'node_modules/mark.js/dist/mark.min.js'), 'utf8');
  const pattern = sentences.map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const recipe = await insideCode('recipe');
  return [
    { name: BARE, extension: false },
    { name: OURS, extension: true },
    {
      name: 'mark.js',
      extension: false,
      script: `${library};\nnew Mark(document.querySelector('main')).markRegExp(new RegExp(${JSON.stringify(pattern)}, 'g'));\nundefined`,
    },
    {
      name: 'recipe',
      extension: false,
      script: `${recipe};\nvoid recipe.markByRecipe(${JSON.stringify(sentences)})`,
    },
  ];
}
