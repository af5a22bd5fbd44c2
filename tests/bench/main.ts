/**
 * `npm run bench`: prints one JSON line a figure, `{bench, value, unit, …}`. Ratios are taken within one run.
 * `npm run bench -- quality`, `-- phrases`, `-- segment`, `-- find`, `-- library`, `-- popup`, `-- starter` or `-- page` measures one part only, numbers
 * after it (or alone) are the sizes of library to measure at (of page: in text nodes): `npm run bench -- segment 1000`.
 */
import { findBench } from './find.bench';
import { libraryBench } from './library/library.bench';
import { pageBench } from './page/page.bench';
import { phrasesBench } from './phrases.bench';
import { popupBench } from './popup.bench';
import { qualityBench } from './quality.bench';
import { segmentBench } from './segment.bench';
import { starterBench } from './starter.bench';

interface Part {
  readonly sizes: readonly number[];
  readonly run: (sizes: readonly number[], signal: AbortSignal) => void | Promise<void>;
}

const LIBRARIES = [1_000, 10_000, 100_000, 500_000];
const PARTS: Readonly<Record<string, Part>> = {
  quality: { sizes: [], run: () => qualityBench() },
  phrases: { sizes: LIBRARIES, run: phrasesBench },
  segment: { sizes: LIBRARIES, run: (sizes) => segmentBench(sizes) },
  find: { sizes: [100, 1_000, 100_000, 500_000], run: findBench },
  library: { sizes: LIBRARIES, run: libraryBench },
  popup: { sizes: [], run: () => popupBench() },
  starter: { sizes: [], run: () => starterBench() },
  page: { sizes: [1_000, 10_000, 100_000], run: pageBench },
};

const args = process.argv.slice(2);
const parts = args.filter((arg) => Object.hasOwn(PARTS, arg));
const sizes = args.filter((arg) => !parts.includes(arg)).map(Number);
if (sizes.some((size) => !(size > 0))) {
  console.error(
    'usage: npm run bench [-- [quality|phrases|segment|find|library|popup|starter|page]... [SIZE]...]',
  );
  process.exit(2);
}
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    // Once only: a part that never looks at the signal is ended by the second.
    process.exitCode = 130;
    stop.abort();
  });
for (const [name, part] of Object.entries(PARTS)) {
  if (stop.signal.aborted || (parts.length > 0 && !parts.includes(name))) continue;
  await part.run(sizes.length > 0 ? sizes : part.sizes, stop.signal);
}
