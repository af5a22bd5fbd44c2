/**
 * One reading of a frame: blocks are read, asked about, marked, and reported. Everything a session makes ends
 * when it stops.
 */
import type { CardInfo, FoundMatch, PageReport } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import type { Block } from '../../lib/page/blocks';
import { watchOpening } from '../../lib/page/opening';
import { isReadable } from '../../lib/page/readable';
import { startReader } from '../../lib/page/reader';
import type { Settings } from '../../lib/store/settings';
import { about } from './about';
import { watchOrphaned } from './alive';
import { createAsker } from './asker';
import { marksOf, type Sighting } from './marks';
import { createNeed } from './need';

export interface Session {
  /** Has the page been read to its end at least once? */
  readonly read: boolean;
  report(): PageReport;
  reveal(key: string): Promise<boolean>;
  step(forward: boolean, enter: boolean): boolean;
  /** Settings or library changed: ask about everything again, without reading the page again. */
  again(loudness: Settings['loudness']): void;
  stop(): void;
}

/** Events by which a page may bring text to light that was rendered but not to be seen. */
const REVEALING = ['transitionend', 'animationend', 'click', 'keyup', 'scrollend'] as const;
const REVEAL_AFTER = 300;
/** How long a sentence without a mark is shown when the reader jumps to it. */
const FLASH = 4_000;
/** How long a sentence may be away before its card and its place in the list go too. */
const LOSE_AFTER = 300;

/** Starts reading this page. Ends with `outer` or `stop()`; `onFailure` hears of calls that nobody answered. */
export function startSession(
  loudness: Settings['loudness'],
  onFailure: (error: unknown) => void,
  outer: AbortSignal,
): Session {
  const controller = new AbortController();
  const signal = AbortSignal.any([outer, controller.signal]);
  const blocks = new Set<Block>();
  const found = new Map<Block, readonly FoundMatch[]>();
  const cards = new Map<string, CardInfo>();
  let read = false;
  /** Matches reported last. */
  let told: number | undefined;
  let flash: ReturnType<typeof setTimeout> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;

  const marks = createNeed(onFailure, signal);

  const asker = createAsker(
    {
      answered: (asked, matches, info) => {
        for (const card of info) cards.set(card.id, card);
        let changed = matches.size > 0;
        for (const block of asked) changed = found.delete(block) || changed;
        for (const [block, list] of matches) {
          // What no card explains is not marked.
          const explained = list.filter((m) => cards.has(m.check));
          if (blocks.has(block) && explained.length > 0) found.set(block, explained);
        }
        if (changed) update();
      },
      done: () => {
        if (read) return;
        read = true;
        tell();
      },
      failed: onFailure,
    },
    about,
    signal,
  );

  startReader(
    {
      read: (fresh) => {
        for (const block of fresh) blocks.add(block);
        asker.ask(fresh);
      },
      gone: (old) => {
        let lost = false;
        for (const block of old) {
          blocks.delete(block);
          asker.forget(block);
          lost = found.delete(block) || lost;
        }
        // A framework that renders a sentence again brings it back at once: nothing is taken away before that.
        if (lost) {
          clearTimeout(losing);
          losing = setTimeout(update, LOSE_AFTER);
        }
      },
      idle: () => asker.finish(),
    },
    signal,
  );

  // Text in a closed <details> or a hidden tab is found, but shown only when a reader can see it.
  const opening = watchOpening(() => update());
  signal.addEventListener('abort', opening.stop);
  let unseen = false;
  let recheck: ReturnType<typeof setTimeout> | undefined;
  for (const type of REVEALING)
    document.addEventListener(
      type,
      () => {
        if (!unseen) return;
        clearTimeout(recheck);
        recheck = setTimeout(update, REVEAL_AFTER);
      },
      { signal, capture: true, passive: true },
    );
  const readable = () => {
    unseen = false;
    const seen = new Map<Block, readonly FoundMatch[]>();
    for (const [block, list] of found) {
      if (!block.container.checkVisibility()) opening.watch(block.container);
      const visible = list.filter((m) => isReadable(block, m.sentenceStart, m.sentenceEnd));
      if (visible.length < list.length) unseen = true;
      if (visible.length > 0) seen.set(block, visible);
    }
    return seen;
  };

  let sightings: readonly Sighting[] = [];
  let shown: readonly Sighting[] = [];
  const watchLife = watchOrphaned(
    () => shown.length > 0,
    () => onFailure('cut off'),
    signal,
  );
  const update = () => {
    if (signal.aborted) return;
    sightings = marksOf(readable());
    draw(loudness === 'list' ? [] : sightings.filter((s) => s.marked));
    tell();
  };
  const draw = (wanted: readonly Sighting[]) => {
    shown = wanted;
    if (marks.painter) marks.painter.show(shown, cards, loudness);
    else if (shown.length > 0) void marks.need().then((painter) => painter?.show(shown, cards, loudness));
    watchLife();
  };
  const tell = () => {
    const matches = sightings.length;
    if (matches === told || !(read || matches)) return;
    told = matches;
    page.report({ words: asker.words(), matches }).catch(onFailure);
  };
  const untell = () => {
    if (told === undefined) return;
    told = undefined;
    page.report({ words: 0, matches: 0 }).catch(() => {});
  };
  // A frame that is taken out of its page, and a page that is left, count no more; going back to it brings it again.
  window.addEventListener('pagehide', untell, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && tell(), { signal });

  return {
    get read() {
      return read;
    },
    report: () => ({
      words: asker.words(),
      matches: sightings.map(({ key, match }) => ({
        key,
        check: match.check,
        sentence: match.sentence.replace(/\s+/g, ' '),
        stance: match.stance,
        stanceSure: match.stanceSure,
      })),
    }),
    reveal: async (key) => {
      const painter = await marks.need();
      const sighting = sightings.find((s) => s.key === key);
      if (!sighting) return false;
      if (painter?.focus(key)) return true;
      if (!painter) {
        sighting.block.container.scrollIntoView({ block: 'center' });
        return true;
      }
      // Nothing is drawn for it (list only, or a second sentence of the same block): for a moment it is.
      painter.show([sighting], cards, 'underline');
      clearTimeout(flash);
      flash = setTimeout(update, FLASH);
      return painter.focus(key);
    },
    step: (forward, enter) => marks.painter?.step(forward, enter) ?? false,
    again: (next) => {
      loudness = next;
      asker.again(blocks);
      update();
    },
    stop: () => {
      untell();
      controller.abort();
      found.clear();
    },
  };
}
