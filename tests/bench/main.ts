/**
 * `npm run bench`: prints one JSON line a figure, `{bench, value, unit, …}`. Ratios are taken within one run.
 * `npm run bench -- quality`, `-- phrases` or `-- segment` measures one part only, numbers after it (or alone) are the
 * sizes of library to measure at: `npm run bench -- segment 1000 10000`.
 */
import { phrasesBench } from './phrases.bench';
import { qualityBench } from './quality.bench';
import { segmentBench } from './segment.bench';

const PARTS: Readonly<Record<string, (sizes: readonly number[]) => void>> = {
  quality: () => qualityBench(),
  phrases: phrasesBench,
  segment: (sizes) => segmentBench(sizes),
};

const args = process.argv.slice(2);
const parts = args.filter((arg) => Object.hasOwn(PARTS, arg));
const sizes = args.filter((arg) => !parts.includes(arg)).map(Number);
if (sizes.some((size) => !(size > 0))) {
  console.error('usage: npm run bench [-- [quality|phrases|segment]... [CLAIMS]...]');
  process.exit(2);
}
for (const part of parts.length > 0 ? parts : Object.keys(PARTS))
  PARTS[part]?.(sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 500_000]);
