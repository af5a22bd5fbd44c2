/**
 * `npm run bench`: prints one JSON line a figure, `{bench, value, unit, …}`. Ratios are taken within one run.
 * `npm run bench -- 1000 10000` measures at these sizes only.
 */
import { segmentBench } from './segment.bench';

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !(size > 0))) {
  console.error('usage: npm run bench [-- CLAIMS…]');
  process.exit(2);
}
segmentBench(sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 500_000]);
