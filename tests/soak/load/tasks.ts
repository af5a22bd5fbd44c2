/** Long tasks of ours while something goes on: from traces of Chromium, from samples of Firefox's profiler. Time of the processor. */
import type { CDPSession, Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import type { Privileged } from '../../support/firefox/chrome';
import { isOfTasks, type TraceEvent, tasksIn } from '../../support/tasks';
import type { Figure } from '../part';

export interface Ours {
  /** Tasks over 50 ms of which our script was half or more. */
  readonly long: number;
  /** Milliseconds of our script in one task at most. */
  readonly longest: number;
  /** Seconds that were watched. */
  readonly watched: number;
}

/** What the report tells of them. */
export const taskFigures = ({ long, longest }: Pick<Ours, 'long' | 'longest'>): Figure[] => [
  { name: 'long tasks of ours, by processor time', value: long, unit: '', most: 0 },
  { name: 'longest script of ours in one task, by processor time', value: longest, unit: 'ms', most: 50 },
];

/** Seconds of one trace. Between two nothing is seen for a moment; `watched` tells how much was. */
const PIECE = 20;
const CATEGORIES = ['devtools.timeline', 'toplevel', 'v8'];

/** Watches until the answer is called. */
export function watchTasks(app: Launched, page: Page): () => Promise<Ours> {
  let goesOn = true;
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const all = (async () => {
    const record = app.firefox ? firefoxTasks(app.firefox.privileged) : await recordChromium(page);
    let [long, longest, watched] = [0, 0, 0];
    while (goesOn) {
      const stop = await record();
      const start = performance.now();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<void>((done) => {
        timer = setTimeout(done, PIECE * 1000);
      });
      await Promise.race([over, ended]);
      clearTimeout(timer);
      watched += (performance.now() - start) / 1000;
      const piece = await stop();
      long += piece.long;
      longest = Math.max(longest, piece.longest);
    }
    return { long, longest, watched };
  })();
  // Who asked for the answer is told; until then a failure waits.
  all.catch(() => {});
  return () => {
    goesOn = false;
    end();
    return all;
  };
}

type Recording = () => Promise<() => Promise<Omit<Ours, 'watched'>>>;

async function recordChromium(page: Page): Promise<Recording> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  let events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (isOfTasks(event)) events.push(event);
  });
  return async () => {
    events = [];
    await cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    });
    return async () => {
      const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
      await cdp.send('Tracing.end');
      await complete;
      const { long, longestScript } = tasksIn(events);
      return { long, longest: longestScript };
    };
  };
}

/** Milliseconds between two samples, and memory for them, in entries of 8 bytes. */
const EVERY = 2;
const ENTRIES = 2 ** 23;

/**
 * A stretch is samples that follow each other, each with a function of ours on the stack: it may be several tasks in a row,
 * so that this counts rather too many than too few. Of processes that show pages, not of the one of extensions.
 */
export function firefoxTasks(privileged: Privileged): Recording {
  return async () => {
    await privileged(
      `Services.profiler.StartProfiler(${ENTRIES}, ${EVERY}, ['js', 'cpu'], ['GeckoMain']).then(() => {})`,
    );
    return () =>
      privileged(`(async () => {
        await Services.profiler.Pause();
        const profile = await Services.profiler.getProfileDataAsync();
        await Services.profiler.StopProfiler();
        let long = 0, longest = 0;
        for (const { threads, meta } of profile.processes) {
          const unit = { ns: 1e6, 'µs': 1e3 }[meta.sampleUnits?.threadCPUDelta] ?? 1e6;
          for (const { processName, samples, stackTable, frameTable, stringTable } of threads) {
            if (/extension/i.test(processName)) continue;
            const oursFrame = frameTable.data.map((f) => stringTable[f[frameTable.schema.location]].includes('moz-extension:'));
            const ours = [];
            for (const s of stackTable.data) {
              const prefix = s[stackTable.schema.prefix];
              ours.push(oursFrame[s[stackTable.schema.frame]] || (prefix !== null && ours[prefix]));
            }
            let stretch = 0;
            const end = () => { if (stretch > 50) long++; longest = Math.max(longest, stretch); stretch = 0; };
            for (const s of samples.data) {
              if (s[samples.schema.stack] !== null && ours[s[samples.schema.stack]]) stretch += (s[samples.schema.threadCPUDelta] ?? 0) / unit;
              else end();
            }
            end();
          }
        }
        return { long, longest };
      })()`);
  };
}
