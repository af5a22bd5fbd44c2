/** Load: a feed without an end, a live blog. In the built extension. */
import { resolve } from 'node:path';
import { launch } from '../../support/extension';
import { serve } from '../../support/server';
import type { Outcome, Part } from '../part';
import { type Endless, endless } from './endless';
import { feed, live } from './pages';

/** Pixels of a turn, and milliseconds between two. */
const FAR = 300;
const TURN = 100;

/** By the page's own script: after a heap snapshot Chromium takes no turn of the wheel from a test any more. */
const scrolls: Endless['act'] = async (page, until, signal) => {
  while (performance.now() < until && !signal.aborted) {
    const next = performance.now() + TURN;
    await page.evaluate((far) => scrollBy(0, far), FAR);
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())));
  }
};
const goesOn: Endless['act'] = async (page, until, signal) => {
  await page.evaluate('load.go()');
  while (performance.now() < until && !signal.aborted)
    await new Promise((done) => setTimeout(done, Math.min(1_000, Math.max(0, until - performance.now()))));
  await page.evaluate('load.rest()');
};

const RUNS = (seed: number): readonly Endless[] => [
  { name: 'feed', html: feed(seed, 60), minutes: 10, keeps: false, act: scrolls },
  { name: 'live blog', html: live(seed), minutes: 10, keeps: false, act: goesOn },
  { name: 'feed that keeps all', html: feed(seed), minutes: 3, keeps: true, act: scrolls },
];

export const load: Part = {
  name: 'load',
  about:
    'A feed scrolled for ten minutes that lets go of old cards, one that keeps them, and a live blog that changes ten times a second for ten minutes.',
  browsers: ['chromium', 'firefox'],
  async run(options) {
    const site = await serve(resolve(import.meta.dirname, '../../fixtures/demo'));
    const app = await launch({ ownSignals: true });
    try {
      const desk = await app.context.newPage();
      await desk.goto(`${app.origin}/options.html`);
      const all: Outcome[] = [];
      for (const what of RUNS(options.seed))
        if (!options.signal.aborted) all.push(await endless({ app, site, desk }, what, options));
      return { figures: all.flatMap((o) => o.figures), failures: all.flatMap((o) => o.failures) };
    } finally {
      await app.close();
      await site.close();
    }
  },
};
