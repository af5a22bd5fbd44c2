/** Puts one app through its plan: whatever we do on its page, it must show what it would show alone. */
import type { Page } from '@playwright/test';
import { shownIn } from '../../e2e/apps/texts';
import { type MarksSeen, marksSeen } from '../../support/apps-marks';
import { Inside, type Launched } from '../../support/extension';
import type { Plan, Step } from './plan';

export interface TriedApp {
  readonly rounds: number;
  readonly marked: number;
  /** Texts, orders and values of fields that are not the app's; elements made again; what the framework complained of. */
  readonly wrong: readonly string[];
  readonly remade: number;
  readonly errors: readonly string[];
  /** Claims that had no badge, or not their own, when patience was at its end. */
  readonly unmarked: readonly string[];
}

/** Milliseconds after which a mark is missing, on a busy machine; between two looks; and pixels from screen to screen. */
const PATIENCE = 20_000;
const LOOK_EVERY = 50;
const SCREEN = 650;

const goTo = (page: Page, top: number) =>
  page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);

/** Goes through the page screen by screen, and says which claims of round `n` were not marked, and what was too much. */
async function unmarkedIn(page: Page, inside: Inside, n: number): Promise<string[]> {
  const seen = new Set<string>();
  const bad: string[] = [];
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += SCREEN) {
    await goTo(page, top);
    const until = Date.now() + PATIENCE;
    for (;;) {
      const now = await inside.evaluate<MarksSeen>(marksSeen());
      const isRight = now.unmarked.length + now.strays === 0;
      if (isRight) for (const name of now.marked) seen.add(name);
      else if (Date.now() > until)
        bad.push(...now.unmarked, ...(now.strays > 0 ? [`${now.strays} strays`] : []));
      if (isRight || Date.now() > until) break;
      await new Promise((done) => setTimeout(done, LOOK_EVERY));
    }
  }
  if (bad.length === 0 && seen.size !== shownIn(n)) bad.push(`${seen.size} of ${shownIn(n)} were seen`);
  return bad;
}

async function take(page: Page, step: Step): Promise<string[]> {
  if (step.does === 'render') return page.evaluate(({ from, to }) => window.app.rounds(from, to), step);
  if (step.does === 'scroll') await goTo(page, step.to);
  if (step.does === 'remove') await page.evaluate(() => document.querySelector('factmark-overlay')?.remove());
  return [];
}

/** @param url - of the server that `serveApps` started */
export async function tryApp(app: Launched, url: string, plan: Plan): Promise<TriedApp> {
  const page = await app.context.newPage();
  try {
    const inside = await Inside.attach(page, app);
    await page.goto(url + plan.path);
    const unmarked: string[] = [];
    const wrong: string[] = [];
    let [rounds, remade, last] = [0, 0, 0];
    const remember = () => page.evaluate(() => window.app.remember());
    const count = async () => {
      remade += await page.evaluate(() => window.app.replaced());
    };
    if (plan.hydrates) {
      if (plan.waits) unmarked.push(...(await unmarkedIn(page, inside, 0)));
      await remember();
      await page.evaluate(() => window.app.start('hydrate'));
      await count();
    } else {
      await page.evaluate(() => window.app.start('mount'));
      await remember();
    }
    wrong.push(...(await page.evaluate(() => window.app.wrong(0))));
    for (const step of plan.steps) {
      wrong.push(...(await take(page, step)));
      if (step.does !== 'render') continue;
      rounds += step.to - step.from + 1;
      last = step.to;
    }
    await count();
    unmarked.push(...(await unmarkedIn(page, inside, last)));
    // Once more: what we drew for the last look is not to have changed anything.
    wrong.push(...(await page.evaluate((n) => window.app.wrong(n), last)));
    const errors = await page.evaluate(() => window.app.errors);
    return { rounds, marked: shownIn(last), wrong, remade, errors, unmarked };
  } finally {
    await page.close();
  }
}
