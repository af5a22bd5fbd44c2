/**
 * Asks the background about blocks: first with token hashes only, then with the text of those few blocks that
 * could hold a match. Nothing goes anywhere else. Text that was asked about a moment ago is not asked about again.
 */

import { foldHashes } from '../../lib/match/fold';
import type { CardInfo, FoundMatch, PageAbout, PassageMessage } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import type { Block } from '../../lib/page/read/blocks';
import { languageTag, textBefore } from '../../lib/page/read/context';
import { pause, whenAwake } from '../../lib/page/time/lifecycle';
import { inSlices } from '../../lib/page/time/slices';
import { createAllowance } from '../../lib/page/watch/budget';
import { digest } from '../../lib/page/watch/digest';
import { createAnswers, digestOfTokens, type Found } from './answers';

export interface AskerEvents {
  /** May more be found? If not, words are counted, and no text is searched. */
  readonly wants: () => boolean;
  /** `asked` were searched, and their text is not needed here any more; `matches` holds those with at least one. */
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

/** Tokens and blocks sent at a time: 8 kB of hashes cost the page 0.1 ms. */
const CHUNK = 2_000;
const MOST_BLOCKS = 500;
/** Asks with less than a chunk: some at once, then no more than so many a millisecond; what comes meanwhile goes together. */
const SMALL_ASKS = 8;
const SMALL_ASKS_PER_MS = 1 / 300;

interface Chunk {
  readonly blocks: Block[];
  readonly digests: number[];
  readonly ends: number[];
  readonly hashes: Int32Array;
}

/**
 * An asker for one session; ends with `signal`. `about` is what the page says of itself now. Holds no block but those
 * it has yet to ask about, and none after `forget`.
 */
export function createAsker(events: AskerEvents, about: () => PageAbout, signal: AbortSignal) {
  const pending = new Set<Block>();
  const words = new WeakMap<Block, number>();
  const answers = createAnswers();
  const allowance = createAllowance(SMALL_ASKS, SMALL_ASKS_PER_MS);
  let total = 0;
  /** Counts changes of what could be found: answers to older questions are not kept. */
  let edition = 0;
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
    while (pending.size > 0 && !signal.aborted) {
      await pause(allowance.wait(), signal);
      const chunk = await nextChunk();
      if (chunk.blocks.length === 0) continue;
      if (chunk.hashes.length < CHUNK) allowance.spend(1);
      try {
        await askAbout(chunk);
        failures = 0;
      } catch (error) {
        for (const block of chunk.blocks) if (words.has(block)) pending.add(block);
        if (signal.aborted) break;
        events.failed(error);
        await pause(RETRIES[Math.min(failures++, RETRIES.length - 1)] as number, signal);
      }
    }
    asking = false;
    if (finished && !signal.aborted) events.done();
  };

  const nextChunk = async (): Promise<Chunk> => {
    const blocks: Block[] = [];
    const digests: number[] = [];
    const ends: number[] = [];
    const parts: Int32Array[] = [];
    let tokens = 0;
    function* folding() {
      for (const block of pending) {
        pending.delete(block);
        leniently(() => {
          const folded = foldHashes(block.text);
          const name = digestOfTokens(folded);
          if (isAnswered(block, name)) return;
          const hashes = folded.slice();
          count(block, hashes.length);
          tokens += hashes.length;
          blocks.push(block);
          digests.push(name);
          parts.push(hashes);
          ends.push(tokens);
        });
        if (tokens >= CHUNK || blocks.length >= MOST_BLOCKS) return;
        yield;
      }
    }
    await inSlices(folding(), signal);
    const hashes = new Int32Array(tokens);
    for (const [i, part] of parts.entries()) hashes.set(part, ends[i - 1] ?? 0);
    return { blocks, digests, ends, hashes };
  };

  /** Answers from memory if it can. */
  const isAnswered = (block: Block, name: number): boolean => {
    const answer = answers.get(name);
    if (answer === undefined) return false;
    // What stands around it is read only if something may come of it.
    const found = typeof answer === 'number' || !events.wants() ? undefined : answer;
    if (found && found.around !== digestAround(passageOf(block, 0))) return false;
    count(block, typeof answer === 'number' ? answer : answer.words);
    const { matches = [] } = found ?? {};
    events.answered([block], new Map(matches.length > 0 ? [[block, matches]] : []), []);
    return true;
  };

  const passageOf = (block: Block, id: number): PassageMessage => ({
    id,
    text: block.text,
    before: textBefore(block),
    language: languageTag(block),
  });
  const digestAround = ({ text, before, language }: PassageMessage) =>
    digest(text, before, language, JSON.stringify(about()));

  const askAbout = async ({ blocks, digests, ends, hashes }: Chunk) => {
    await whenAwake(signal);
    if (signal.aborted) return;
    const now = edition;
    const could = new Set(await page.candidates({ ends, hashes }));
    const hits = events.wants() ? could : new Set<number>();
    const passages: PassageMessage[] = [];
    const arounds: number[] = [];
    const asked = about();
    function* collecting() {
      for (const id of hits) {
        const block = blocks[id];
        if (block && words.has(block))
          leniently(() => {
            const passage = passageOf(block, id);
            const around = digestAround(passage);
            passages.push(passage);
            arounds.push(around);
          });
        yield;
      }
    }
    if (hits.size > 0) await inSlices(collecting(), signal);
    const { matches, cards } =
      passages.length > 0 && !signal.aborted
        ? await page.find({ ...asked, passages })
        : { matches: [], cards: [] };
    // What was asked before the last `again` is asked again.
    if (signal.aborted || now !== edition) return;
    const byId = Map.groupBy(matches, (match) => match.block);
    const remember = (id: number, found?: Omit<Found, 'words'>) => {
      const words = (ends[id] as number) - (ends[id - 1] ?? 0);
      answers.set(digests[id] as number, found ? { ...found, words } : words);
    };
    for (const id of blocks.keys()) if (!could.has(id)) remember(id);
    for (const [i, { id }] of passages.entries())
      remember(id, { around: arounds[i] as number, matches: byId.get(id) ?? [] });
    events.answered(
      blocks.filter((block) => words.has(block)),
      new Map([...byId].flatMap(([id, list]) => (blocks[id] ? [[blocks[id], list] as const] : []))),
      cards,
    );
  };

  const ask = (blocks: Iterable<Block>) => {
    for (const block of blocks) pending.add(block);
    void run();
  };
  return {
    ask,
    /** What was answered before holds no more. */
    again() {
      edition++;
      answers.clear();
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

/** A page can always think of something: a block that can't be looked at is left out, and keeps no other from being asked about. */
function leniently(look: () => void): void {
  try {
    look();
  } catch (error) {
    console.debug('factmark: could not ask about a part of this page.', error);
  }
}
