/** Restore: a session of a hundred tabs, all of them loaded at once. */
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Launched, launch } from '../../support/extension';
import { type Site, serve } from '../../support/server';
import { isOfTasks, type TraceEvent, tasksIn } from '../../support/tasks';
import { watchAnswers } from '../load/backlog';
import { wholeBrowser, wholeFigures } from '../load/memory';
import { article } from '../load/pages';
import { taskFigures } from '../load/tasks';
import { within } from '../load/watched';
import type { Figure, Outcome, Part, SoakOptions } from '../part';
import { restoreInFirefox } from './firefox';

const TABS = 100;
const CLAIMS = 5;
/** Seconds in which tasks are watched, from the start of the browser. */
const TRACED = 120;
/** A limit on hanging, milliseconds. */
const PATIENCE = 600_000;

export const restore: Part = {
  name: 'restore',
  about: 'A session of 100 tabs, each with claims, restored at once.',
  browsers: ['chromium', 'firefox'],
  async run(options, browser) {
    const count = Math.max(5, Math.round(TABS * options.scale));
    const site = await serve(resolve(import.meta.dirname, '../../fixtures/demo'));
    const urls = Array.from({ length: count }, (_, n) => {
      site.pages.set(`/article-${n}.html`, article(n, CLAIMS));
      return `${site.url}/article-${n}.html`;
    });
    try {
      return browser === 'firefox'
        ? await restoreInFirefox(urls, CLAIMS, options)
        : await restoreInChromium(urls, site, options);
    } finally {
      await site.close();
    }
  },
};

/** How many of the tabs at `urls` have `CLAIMS` on their icon, and how many another number. */
async function counted(app: Launched, urls: readonly string[]): Promise<{ right: number; wrong: number }> {
  const worker = await app.worker();
  const texts = await worker.evaluate(async (wanted) => {
    const all = await chrome.tabs.query({});
    return Promise.all(
      all
        .filter(({ url }) => wanted.includes(url ?? ''))
        .map(({ id }) => (id === undefined ? '' : chrome.action.getBadgeText({ tabId: id }))),
    );
  }, urls);
  const right = texts.filter((text) => text === String(CLAIMS)).length;
  return { right, wrong: texts.filter((text) => text !== '').length - right };
}

/**
 * The browser restores what was open when it was closed, from a copy of its profile. Without a display every tab counts as
 * seen, so that all of them are read at once: more than a reader's browser would do.
 */
async function restoreInChromium(
  urls: readonly string[],
  site: Site,
  { say, signal }: SoakOptions,
): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), 'factmark-load-'));
  const copy = `${profile}-copy`;
  const trace = `${copy}.json`;
  try {
    const before = await launch({ usedProfile: profile, ownSignals: true });
    for (const url of urls) {
      const page = await before.context.newPage();
      await page.goto(url, { waitUntil: 'commit' });
    }
    await within(PATIENCE, async () => (await counted(before, urls)).right === urls.length || signal.aborted);
    await before.close();
    cpSync(profile, copy, { recursive: true });
    say(`a session of ${urls.length} tabs is saved`);
    const asked = site.requests.length;
    const start = performance.now();
    const app = await launch({
      usedProfile: copy,
      ownSignals: true,
      welcome: 'none',
      flags: [
        '--restore-last-session',
        // From the first moment on, in every process.
        '--trace-startup=devtools.timeline,toplevel,v8',
        `--trace-startup-file=${trace}`,
        '--trace-startup-format=json',
        `--trace-startup-duration=${TRACED}`,
      ],
    });
    const desk = await app.context.newPage();
    await desk.goto(`${app.origin}/options.html`);
    const answers = watchAnswers(desk);
    let [now, most] = [{ right: 0, wrong: 0 }, 0];
    const took = await within(PATIENCE, async () => {
      now = await counted(app, urls);
      most = Math.max(most, wholeBrowser() ?? 0);
      return now.right === urls.length || signal.aborted;
    });
    const all = (performance.now() - start) / 1000;
    const answer = await answers();
    const restored = app.context.pages().filter((page) => urls.includes(page.url())).length;
    const memory = wholeFigures();
    // Written while the browser runs: one that closes a hundred tabs is not given the time for it.
    let size = -1;
    await within(PATIENCE, async () => {
      const now = existsSync(trace) ? statSync(trace).size : -1;
      const isWhole = now > 0 && now === size;
      size = now;
      return isWhole || signal.aborted;
    });
    await app.close();
    const { long, longestScript } = tasksIn(await eventsIn(trace));
    const figures: Figure[] = [
      { name: 'tabs restored', value: restored, unit: '', least: TABS },
      { name: 'tabs with all their matches', value: now.right, unit: '', least: TABS },
      { name: 'until all were read, from the start of the browser', value: all, unit: 's' },
      ...taskFigures({ long, longest: longestScript }),
      { name: 'longest the background took to answer', value: answer, unit: 'ms' },
      ...memory,
    ];
    say(
      `${site.requests.length - asked} pages were loaded anew, the others out of the cache; at most ${most} MB`,
    );
    const failures =
      took === undefined
        ? [
            `${restored} of ${urls.length} restored, ${now.right} with their matches, ${now.wrong} with others`,
          ]
        : [];
    return { figures, failures };
  } finally {
    for (const path of [profile, copy, trace]) rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What a trace tells of tasks: it may be larger than a string can be, and has an event on each line. */
async function eventsIn(file: string): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!/"name":"(thread_name|\S*RunTask|FunctionCall|EvaluateScript|RunMicrotasks)"/.test(line)) continue;
    const event = JSON.parse(line.slice(line.indexOf('{"args"'), line.lastIndexOf('}') + 1)) as TraceEvent;
    if (isOfTasks(event)) events.push(event);
  }
  if (events.length === 0) throw new Error(`${file} tells of no task`);
  return events;
}
