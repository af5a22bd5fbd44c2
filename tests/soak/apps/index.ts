/** Apps: React 18 and 19, Vue and Svelte go through rounds at random under our marks, and never notice. */
import { FRAMEWORKS, serveApps } from '../../support/apps';
import { launch } from '../../support/extension';
import type { Figure, Outcome, Part, SoakOptions } from '../part';
import { planOf } from './plan';
import { type TriedApp, tryApp } from './try';

const APPS = 200;
const SAY_EVERY = 10;

async function run({ seed, scale, signal, say }: SoakOptions): Promise<Outcome> {
  const count = Math.ceil(APPS * scale);
  const names = Object.keys(FRAMEWORKS);
  const tried: TriedApp[] = [];
  const failures: string[] = [];
  const site = await serveApps(['development', 'production']);
  const app = await launch({ ownSignals: true, viewport: { width: 1_000, height: 700 } });
  try {
    for (let n = 0; n < count && !signal.aborted; n++) {
      const plan = planOf(seed, n, names);
      try {
        const one = await tryApp(app, site.url, plan);
        tried.push(one);
        const bad = [...one.wrong, ...one.errors, ...one.unmarked.map((name) => `not marked: ${name}`)];
        failures.push(...bad.map((what) => `app ${n} of seed ${seed} (${plan.path}): ${what}`));
        if (one.remade > 0)
          failures.push(`app ${n} of seed ${seed} (${plan.path}): ${one.remade} made again`);
      } catch (error) {
        if (!signal.aborted)
          failures.push(`app ${n} of seed ${seed} (${plan.path}): the run itself: ${error}`);
      }
      if (tried.length % SAY_EVERY === 0) say(`${tried.length} apps, ${failures.length} failures`);
    }
  } finally {
    await app.close();
    await site.close();
  }
  const sum = (of: (one: TriedApp) => number) => tried.reduce((all, one) => all + of(one), 0);
  const none = { unit: '', most: 0 };
  const figures: Figure[] = [
    { name: 'apps', value: tried.length, unit: '', least: APPS },
    { name: 'rounds rendered under marks', value: sum((one) => one.rounds), unit: '' },
    {
      name: 'texts, orders and fields that were not the app’s',
      value: sum((one) => one.wrong.length),
      ...none,
    },
    { name: 'elements that a framework made again', value: sum((one) => one.remade), ...none },
    { name: 'complaints of a framework or of the page', value: sum((one) => one.errors.length), ...none },
    {
      name: 'claims that were marked at the end',
      value: sum((one) => one.marked - one.unmarked.length),
      unit: '',
    },
    { name: 'marks missing, strange or double', value: sum((one) => one.unmarked.length), ...none },
  ];
  return { figures, failures };
}

export const apps: Part = {
  name: 'apps',
  about:
    'Apps in React 18 and 19, Vue 3 and Svelte 5, mounted or taking over their server’s HTML, render rounds in any order while their page is marked.',
  browsers: ['chromium', 'firefox'],
  run,
};
