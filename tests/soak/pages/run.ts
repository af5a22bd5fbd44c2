/** Thousands of pages in a few tabs at once, and what is counted on them. */
import type { BrowserName, Figure, Outcome, SoakOptions } from '../part';
import { startDrivers } from './driver';
import { servePages } from './serve';
import { type Tried, tryPage } from './try';

/** Tabs at once (in Firefox they share a window, and what is behind another tab is not read), and pages after which the browser is started anew. */
const TABS: Record<BrowserName, number> = { chromium: 4, firefox: 1 };
const FRESH_AFTER = 1_000;
/** Milliseconds between two words about how far it is. */
const SAY_EVERY = 20_000;

export interface RunOptions extends SoakOptions {
  readonly from?: number;
  readonly count: number;
  readonly tabs?: number;
}

/** Tries pages `from` to `from + count` of the seed; those that were tried are told, also where it is ended early. */
export async function runPages(
  browser: BrowserName,
  { seed, count, from = 0, tabs = TABS[browser], signal, say }: RunOptions,
): Promise<{ tried: Tried[]; seconds: number }> {
  const site = await servePages();
  const tried: Tried[] = [];
  const started = performance.now();
  let said = started;
  let next = from;
  try {
    while (next < from + count && !signal.aborted) {
      const until = Math.min(next + FRESH_AFTER, from + count);
      const drivers = await startDrivers(tabs, tried.length === 0 || until === from + count);
      const work = async (driver: (typeof drivers.tabs)[number]) => {
        while (next < until && !signal.aborted) {
          const number = next++;
          const one = await tryPage(driver, site, seed, number);
          // It was ended in the middle of it.
          if (signal.aborted) return;
          tried.push(one);
          for (const failure of one.failures) console.error(failure);
          const now = performance.now();
          if (now - said < SAY_EVERY) continue;
          said = now;
          const failed = tried.filter(({ failures }) => failures.length > 0).length;
          say(
            `${tried.length} pages, ${(tried.length / ((now - started) / 1_000)).toFixed(1)} a second, ${failed} with failures`,
          );
        }
      };
      await Promise.all(drivers.tabs.map(work)).finally(() => drivers.close());
    }
  } finally {
    await site.close();
  }
  return { tried, seconds: (performance.now() - started) / 1_000 };
}

/** The figures of pages that were tried. */
export function outcomeOf(tried: readonly Tried[], seconds: number, least: number): Outcome {
  const sum = (of: (one: Tried) => number) => tried.reduce((all, one) => all + of(one), 0);
  const count = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({
    name,
    value,
    unit: '',
    ...more,
  });
  const kinds = [...new Set(tried.map(({ page }) => page.kind))];
  const excuses = [...new Set(tried.flatMap(({ excused }) => excused))].sort();
  const none = { most: 0 };
  return {
    figures: [
      count('pages', tried.length, { least }),
      ...kinds.map((kind) => count(`pages: ${kind}`, tried.filter(({ page }) => page.kind === kind).length)),
      count(
        'pages with a strict policy and Trusted Types',
        tried.filter(({ page }) => page.policy === 'strict').length,
      ),
      count('pages not in UTF-8', tried.filter(({ page }) => page.encoding !== 'utf-8').length),
      count(
        'features on them',
        sum(({ page }) => page.features.length),
      ),
      count('kinds of feature met', new Set(tried.flatMap(({ page }) => page.features)).size),
      count(
        'exceptions, rejections, violations and words of ours that reached a page',
        sum((t) => t.exceptions),
        none,
      ),
      count(
        'page nodes changed',
        sum((t) => t.changed),
        none,
      ),
      count(
        'texts changed',
        sum((t) => t.texts),
        none,
      ),
      count(
        'marks due and there',
        sum((t) => t.marked),
      ),
      count(
        'wrong marks',
        sum((t) => t.wrong),
        none,
      ),
      count(
        'double marks',
        sum((t) => t.doubles),
        none,
      ),
      count(
        'marks missing for no reason',
        sum((t) => t.missing),
        none,
      ),
      ...excuses.map((why) =>
        count(
          `marks missing: ${why}`,
          sum((t) => t.excused.filter((e) => e === why).length),
        ),
      ),
      count(
        'exceptions in our own world',
        sum((t) => t.thrown.length),
        none,
      ),
      count(
        'parts of a page that could not be read',
        sum((t) => t.unread.length),
      ),
      count(
        'errors that pages threw on purpose',
        sum((t) => t.own),
      ),
      {
        name: 'longest until all marks were right',
        value: Math.round(Math.max(0, ...tried.map((t) => t.took))),
        unit: 'ms',
      },
      { name: 'pages a second', value: Math.round((100 * tried.length) / seconds) / 100, unit: '' },
    ],
    failures: tried.flatMap(({ failures }) => failures),
  };
}
