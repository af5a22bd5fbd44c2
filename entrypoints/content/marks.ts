/** From matches to what is shown: one mark per check and block, a stable key for each sentence, in reading order. */
import type { FoundMatch } from '../../lib/messages/calls';
import type { Block } from '../../lib/page/blocks';

export interface Sighting {
  /** The same for the same sentence and check, however often the page renders it again. */
  readonly key: string;
  readonly block: Block;
  readonly match: FoundMatch;
  /** The best sentence for its check in its block gets the badge; the rest are in the lists only. */
  readonly marked: boolean;
}

/** All sightings of a page in reading order. */
export function marksOf(found: ReadonlyMap<Block, readonly FoundMatch[]>): Sighting[] {
  const blocks = [...found.keys()].filter((b) => b.container.isConnected).sort(inDocumentOrder);
  const times = new Map<string, number>();
  return blocks.flatMap((block) => {
    const matches = [...(found.get(block) ?? [])];
    const best = new Map<string, FoundMatch>();
    for (const m of matches) if (m.score > (best.get(m.check)?.score ?? -1)) best.set(m.check, m);
    return matches
      .sort((a, b) => a.sentenceStart - b.sentenceStart)
      .map((match) => {
        const name = `${match.check} ${match.sentence.replace(/\s+/g, ' ')}`;
        const n = times.get(name) ?? 0;
        times.set(name, n + 1);
        return { key: `${name} ${n}`, block, match, marked: best.get(match.check) === match };
      });
  });
}

function inDocumentOrder(a: Block, b: Block): number {
  const [x, y] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (x === y || !x || !y) return 0;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
