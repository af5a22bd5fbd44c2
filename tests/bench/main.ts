/**
 * `npm run bench`: prints one JSON line a figure, `{bench, value, unit, …}`. Ratios are taken within one run.
 * `npm run bench -- 1000 10000` measures at these sizes only; `npm run bench -- phrases` the phrase table only.
 */
import { phrasesBench } from './phrases.bench';
import { segmentBench } from './segment.bench';

const [first, ...others] = process.argv.slice(2);
const phrasesOnly = first === 'phrases';
const sizes = (phrasesOnly || first === undefined ? others : [first, ...others]).map(Number);
if (sizes.some((size) => !(size > 0))) {
  console.error('usage: npm run bench [-- [phrases] CLAIMS…]');
  process.exit(2);
}
const all = sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 500_000];
phrasesBench(all);
if (!phrasesOnly) segmentBench(all);
