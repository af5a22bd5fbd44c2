/** Sentences that the starter library marks, taken from the labelled passages: what the pages of this bench are made to hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMatches } from '../../../lib/match/find';
import { starter } from '../../unit/match/starter';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** Enough that pages do not repeat themselves too often; finding them takes a second. */
const MOST = 150;

/** Different one-sentence texts, each of which gets a badge by itself. */
export function markedSentences(): string[] {
  const found = new Set<string>();
  for (const line of readFileSync(join(FIXTURES, 'passages.jsonl'), 'utf8').split('\n')) {
    if (line === '' || found.size >= MOST) continue;
    const { text, expect, stance } = JSON.parse(line) as { text: string; expect: string[]; stance: string };
    // A plain single sentence: it is to stay one text node, word for word, in every page.
    if (expect.length === 0 || stance !== 'asserts' || !/^[A-Z][^.!?<>&“”"]+\.$/.test(text)) continue;
    if (findMatches(starter, { text })[0]) found.add(text);
  }
  return [...found];
}
