/**
 * `npm run soak`: Factmark in a hostile world, for hours. Not part of `npm test`, which holds a small share of each part.
 * `npm run soak -- pages feeds` runs these parts only; `--browser firefox` only this browser; `--scale .01` a hundredth;
 * `--seed 7` another chance; `--record` keeps the results for the report; `--report` writes the report's tables anew.
 * Ctrl-C ends the part that runs, with what it counted until then.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName, holds, type Outcome, type Part } from './part';
import { PARTS } from './parts';
import { commitOf, keep, REPORT, recordOf, withFigures } from './results';

const NAMES = PARTS.map(({ name }) => name);
const USAGE = `usage: npm run soak [-- [${NAMES.join('|')}]... [--browser ${BROWSERS.join('|')}] [--scale N] [--seed N] [--record] [--report]]`;
/** Failures that are printed; all are in the file. */
const MOST_PRINTED = 20;

function read() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string' },
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '9' },
      record: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  const [scale, seed] = [Number(values.scale), Number(values.seed)];
  const isKnown =
    positionals.every((name) => NAMES.includes(name)) &&
    (values.browser === undefined || (BROWSERS as readonly string[]).includes(values.browser));
  if (!isKnown || !(scale > 0) || !Number.isInteger(seed))
    throw new RangeError('unknown part, browser or number');
  return { ...values, browser: values.browser as BrowserName | undefined, scale, seed, parts: positionals };
}

type Wanted = ReturnType<typeof read>;

async function runPart(
  part: Part,
  browser: BrowserName | undefined,
  { scale, seed, record }: Wanted,
  signal: AbortSignal,
): Promise<boolean> {
  const title = [part.name, browser].filter(Boolean).join(' in ');
  const started = Date.now();
  const commit = commitOf();
  const minutes = () => (Date.now() - started) / 60_000;
  const say = (progress: string) => console.error(`${title}, ${minutes().toFixed(1)} min: ${progress}`);
  // `launch` starts the browser that this names.
  if (browser) process.env.FACTMARK_BROWSER = browser;
  const outcome = await part.run({ seed, scale, signal, say }, browser).catch(
    // A run that fell over is a failure like any other, and keeps no other part from running.
    (error: unknown): Outcome => ({
      figures: [],
      failures: [`the run itself: ${error instanceof Error ? (error.stack ?? error.message) : error}`],
    }),
  );
  const over = outcome.figures.filter((figure) => !holds(figure, scale));
  console.log(`\n${title}: ${part.about}`);
  for (const figure of outcome.figures)
    console.log(
      `  ${over.includes(figure) ? 'NOT HELD ' : ''}${figure.name}: ${figure.value} ${figure.unit}`,
    );
  for (const failure of outcome.failures.slice(0, MOST_PRINTED)) console.log(`  FAILED ${failure}`);
  if (outcome.failures.length > MOST_PRINTED)
    console.log(`  … ${outcome.failures.length - MOST_PRINTED} more`);
  const recorded = recordOf(part, browser, { commit, seed, scale, minutes: minutes() }, outcome);
  const folder = record ? undefined : resolve(import.meta.dirname, '../../.tmp/soak');
  console.log(`  ${keep(recorded, folder)}`);
  return outcome.failures.length === 0 && over.length === 0;
}

let wanted: Wanted;
try {
  wanted = read();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exit(2);
}
if (wanted.report) {
  writeFileSync(REPORT, withFigures(readFileSync(REPORT, 'utf8'), NAMES));
  process.exit(0);
}
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    process.exitCode = 130;
    stop.abort();
  });
for (const part of PARTS.filter(({ name }) => wanted.parts.length === 0 || wanted.parts.includes(name)))
  for (const browser of part.browsers.length > 0 ? part.browsers : [undefined]) {
    if (stop.signal.aborted || (browser && wanted.browser && browser !== wanted.browser)) continue;
    if (!(await runPart(part, browser, wanted, stop.signal))) process.exitCode ||= 1;
  }
