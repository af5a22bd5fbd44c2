/** What reading a page costs against the least it could: a walk over its text nodes that adds up their characters. */
import { fold } from '../../../../lib/match/fold';
import { openPhrases, type Phrases } from '../../../../lib/match/phrases/phrases';
import { readBlocks } from '../../../../lib/page/read/blocks';

let phrases: Phrases | undefined;

/** Opens the table of phrases sent over as base64. */
export function open(table: string): void {
  phrases = openPhrases(Uint8Array.from(atob(table), (c) => c.charCodeAt(0)).buffer);
}

/** Milliseconds of walking every text node and adding up its characters. */
export function floor(): number {
  const started = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
  }
  const ms = performance.now() - started;
  if (sum === 0) throw new Error('nothing was read');
  return ms;
}

/** Milliseconds of reading the page's blocks; of folding their text; of looking the tokens up. */
export function ours(): { read: number; fold: number; match: number } {
  const started = performance.now();
  const texts: string[] = [];
  for (const block of readBlocks(document.body, { onHidden: () => {}, onShadow: () => {} }))
    if (block) texts.push(block.text);
  const walked = performance.now();
  const tokens = texts.map((text) => fold(text).hashes);
  const folded = performance.now();
  for (const hashes of tokens) phrases?.scan(hashes, 0, hashes.length, () => undefined);
  return { read: walked - started, fold: folded - walked, match: performance.now() - folded };
}
