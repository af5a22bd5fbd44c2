/**
 * Asks the background about blocks: first with token hashes only, then with the text of those few blocks that
 * could hold a match. Nothing goes anywhere else.
 */

import { fold } from '../../lib/match/fold';
import type { CardInfo, FoundMatch } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import type { Block } from '../../lib/page/blocks';
import { headline, languageTag, textBefore } from '../../lib/page/context';
import { inSlices } from '../../lib/page/slices';

export interface AskerEvents {
  /** `asked` were searched; `matches` holds those with at least one. */
  readonly answered: (
    asked: readonly Block[],
    matches: ReadonlyMap<Block, readonly FoundMatch[]>,
    cards: readonly CardInfo[],
  ) => void;
  /** Nothing is left to ask about for now. */
  readonly done: () => void;
  /** A call failed; the blocks are asked about again later. */
  readonly failed: (error: unknown) => void;
}

/** Waits before asking again, in milliseconds: a worker that was killed is back at once, a broken disk is not. */
const RETRIES = [500, 5_000, 30_000];

/** Tokens sent at a time: 8 kB of hashes cost the page 0.1 ms. */
const CHUNK = 2_000;

/** An asker for one session; ends with `signal`. */
export function createAsker(events: AskerEvents, signal: AbortSignal) {
  const pending = new Set<Block>();
  const words = new Map<Block, number>();
  let total = 0;
  let asking = false;
  let finished = false;
  let failures = 0;

  const count = (block: Block, tokens: number) => {
    total += tokens - (words.get(block) ?? 0);
    words.set(block, tokens);
  };

  const run = async () => {
    if (asking) return;
    asking = true;
    try {
      while (pending.size > 0 && !signal.aborted) {
        const chunk = await nextChunk();
        if (chunk.blocks.length === 0) continue;
        try {
          await askAbout(chunk);
          failures = 0;
        } catch (error) {
          for (const block of chunk.blocks) if (words.has(block)) pending.add(block);
          events.failed(error);
          if (signal.aborted) return;
          await new Promise((resolve) =>
            setTimeout(resolve, RETRIES[Math.min(failures++, RETRIES.length - 1)]),
          );
        }
      }
    } finally {
      asking = false;
    }
    if (finished && !signal.aborted) events.done();
  };

  const nextChunk = async () => {
    const blocks: Block[] = [];
    const ends: number[] = [];
    const parts: Int32Array[] = [];
    let tokens = 0;
    function* folding() {
      for (const block of pending) {
        pending.delete(block);
        const { hashes } = fold(block.text);
        count(block, hashes.length);
        tokens += hashes.length;
        blocks.push(block);
        parts.push(hashes);
        ends.push(tokens);
        if (tokens >= CHUNK) return;
        yield;
      }
    }
    await inSlices(folding(), signal);
    const hashes = new Int32Array(tokens);
    for (const [i, part] of parts.entries()) hashes.set(part, i === 0 ? 0 : ends[i - 1]);
    return { blocks, ends, hashes };
  };

  const askAbout = async ({
    blocks,
    ends,
    hashes,
  }: {
    blocks: Block[];
    ends: number[];
    hashes: Int32Array;
  }) => {
    const hits = new Set(await page.candidates({ ids: blocks.map((_, i) => i), ends, hashes }));
    const matches = new Map<Block, FoundMatch[]>();
    let cards: readonly CardInfo[] = [];
    if (hits.size > 0 && !signal.aborted) {
      const passages = blocks.flatMap((block, id) =>
        hits.has(id) && block.container.isConnected
          ? [{ id, text: block.text, before: textBefore(block), language: languageTag(block) }]
          : [],
      );
      const answer = await page.find({ headline: headline(), passages });
      cards = answer.cards;
      for (const match of answer.matches) {
        const block = blocks[match.block];
        if (!block) continue;
        const list = matches.get(block);
        if (list) list.push(match);
        else matches.set(block, [match]);
      }
    }
    if (!signal.aborted) events.answered(blocks, matches, cards);
  };

  return {
    ask(blocks: readonly Block[]) {
      for (const block of blocks) pending.add(block);
      void run();
    },
    again(blocks: Iterable<Block>) {
      for (const block of blocks) pending.add(block);
      void run();
    },
    forget(block: Block) {
      pending.delete(block);
      total -= words.get(block) ?? 0;
      words.delete(block);
    },
    /** The reader has come to the end of the page for now. */
    finish() {
      finished = true;
      if (!asking && pending.size === 0) events.done();
    },
    words: () => total,
  };
}
