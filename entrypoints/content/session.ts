/**
 * One reading of a page: blocks are read, asked about, marked, and reported. Everything a session makes ends
 * when it stops.
 */
import type { CardInfo, FoundMatch, PageReport } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import type { Block } from '../../lib/page/blocks';
import { watchOpening } from '../../lib/page/opening';
import { createOverlay } from '../../lib/page/overlay/overlay';
import { isReadable } from '../../lib/page/ranges';
import { startReader } from '../../lib/page/reader';
import type { Settings } from '../../lib/store/settings';
import { createAsker } from './asker';
import { createCardLayer } from './card-layer';
import { marksOf, type Sighting } from './marks';
import css from './styles';

export interface Session {
  /** Has the page been read to its end at least once? */
  readonly read: boolean;
  report(): PageReport;
  reveal(key: string): boolean;
  step(forward: boolean): boolean;
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
  let told: string | undefined = '';
  let flash: ReturnType<typeof setTimeout> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;

  const overlay = createOverlay(css, signal);
  const cardLayer = createCardLayer(overlay, onFailure, signal);

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
  const update = () => {
    if (signal.aborted) return;
    sightings = marksOf(readable());
    const shown = loudness === 'list' ? [] : sightings.filter((s) => s.marked);
    overlay.show(shown.map((s) => cardLayer.mark(s, cards.get(s.match.check), loudness)));
    cardLayer.forgetGone(new Set(shown.map((s) => s.key)));
    tell();
  };
  const report = (): PageReport => ({
    words: asker.words(),
    matches: sightings.map(({ key, match }) => ({
      key,
      check: match.check,
      sentence: match.sentence.replace(/\s+/g, ' '),
      stance: match.stance,
      stanceSure: match.stanceSure,
    })),
  });
  const tell = () => {
    const keys = sightings.map((s) => s.key).join('\n');
    if (keys === told) return;
    told = keys;
    page.report(report()).catch(onFailure);
  };
  // Going back to a page brings its marks with it, but the browser has cleared the count on the icon.
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      told = undefined;
      tell();
    },
    { signal },
  );

  return {
    get read() {
      return read;
    },
    report,
    reveal: (key) => {
      const sighting = sightings.find((s) => s.key === key);
      if (!sighting) return false;
      if (overlay.focus(key)) return true;
      // Nothing is drawn for it (list only, or a second sentence of the same block): for a moment it is.
      const mark = cardLayer.mark(sighting, cards.get(sighting.match.check), 'underline');
      overlay.show([mark]);
      clearTimeout(flash);
      flash = setTimeout(update, FLASH);
      return overlay.focus(key);
    },
    step: (forward) => overlay.step(forward),
    again: (next) => {
      loudness = next;
      asker.again(blocks);
      update();
    },
    stop: () => {
      controller.abort();
      found.clear();
    },
  };
}
