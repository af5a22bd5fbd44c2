/** Reading, folding and looking up a page against the least a reader of it could do, in a fresh page and in a warm one. */
import type { BrowserContext } from '@playwright/test';
import { fold } from '../../../lib/match/fold';
import { buildPhrases } from '../../../lib/match/phrases/build';
import { phrasesOf, type Style, styles } from '../texts';
import { type Figures, openWith } from './visit';

/** As many as a large library has. */
const PHRASES = 100_000;
const COLD = 5;
const WARM = 15;

let table: string | undefined;
const phraseTable = () => {
  table ??= Buffer.from(
    buildPhrases(phrasesOf(styles()[0] as Style, PHRASES, 7).map((text) => ({ tokens: fold(text).hashes }))),
  ).toString('base64');
  return table;
};

interface Ours {
  readonly read: number;
  readonly fold: number;
  readonly match: number;
}

/** Times over the floor, and the parts of ours in milliseconds; `code` is that of `inside/reading.ts`. */
export async function readingFigures(
  context: BrowserContext,
  url: string,
  code: string,
  signal: AbortSignal,
): Promise<Figures> {
  const floors: { cold: number[]; warm: number[] } = { cold: [], warm: [] };
  const ours: { cold: Ours[]; warm: Ours[] } = { cold: [], warm: [] };
  const opened = () => openWith(context, url, code, `reading.open('${phraseTable()}')`);
  for (let i = 0; i < COLD; i++) {
    signal.throwIfAborted();
    for (const kind of ['floor', 'ours'] as const) {
      const page = await opened();
      const first = await page.evaluate(`reading.${kind}()`);
      if (kind === 'floor') floors.cold.push(first as number);
      else ours.cold.push(first as Ours);
      if (i === 0 && kind === 'ours') {
        for (let n = 0; n < WARM + 5; n++) {
          signal.throwIfAborted();
          const both = (await page.evaluate('[reading.floor(), reading.ours()]')) as [number, Ours];
          if (n >= 5) floors.warm.push(both[0]);
          if (n >= 5) ours.warm.push(both[1]);
        }
      }
      await page.close();
    }
  }
  const figures: Figures = {};
  for (const state of ['cold', 'warm'] as const) {
    // The best of each: whatever else runs on the machine only adds.
    const floor = Math.min(...floors[state]);
    const sums = ours[state].map((o) => o.read + o.fold + o.match);
    figures[`${state}, times the floor`] = Math.min(...sums) / floor;
    figures[`${state}, floor, ms`] = floor;
    for (const part of ['read', 'fold', 'match'] as const)
      figures[`${state}, ${part}, ms`] = Math.min(...ours[state].map((o) => o[part]));
  }
  return figures;
}
