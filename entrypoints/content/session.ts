/**
 * One reading of a frame: blocks are read, asked about, marked, and reported. Everything a session makes ends
 * when it stops.
 */
import type { CardInfo, PageReport } from '../../lib/messages/calls';
import { doc, field } from '../../lib/page/dom/safe';
import { onNavigate } from '../../lib/page/time/navigation';
import { watchOpening } from '../../lib/page/watch/opening';
import { startReader } from '../../lib/page/watch/reader';
import { about } from './about';
import { watchOrphaned } from './alive';
import { createAsker } from './asker';
import { type Look, loudnessOf } from './look';
import { createNeed } from './need';
import { createSightings, type Sighting } from './sightings';
import type { Telling } from './telling';
import type { Watchers } from './watchers';

export interface Session {
  /** Has the page been read to its end at least once? */
  readonly read: boolean;
  report(): PageReport;
  reveal(key: string): Promise<boolean>;
  step(forward: boolean, enter: boolean): Promise<boolean>;
  /** Settings changed: draws again. */
  restyle(look: Look): void;
  /** Library, or what is to be found, changed: asks about everything again. */
  again(): void;
  stop(): void;
}

/** Events by which a page may bring text to light that was rendered but not to be seen. */
const REVEALING = ['transitionend', 'animationend', 'click', 'keyup', 'scrollend'] as const;
const REVEAL_AFTER = 300;
/** How long a sentence without a mark is shown when the reader jumps to it. */
const FLASH = 4_000;

/** Who hears of a session. All of them outlive it. */
interface Hearers {
  /** Of calls that nobody answered. */
  onFailure(error: unknown): void;
  /** Of how much is held here; the last word is that nothing is left. */
  readonly report: Telling;
  /** Of what is found. */
  readonly watchers: Watchers;
}

/** Starts reading this page. Ends with `outer` or `stop()`. */
export function startSession(
  look: Look,
  { onFailure, report, watchers }: Hearers,
  outer: AbortSignal,
): Session {
  const controller = new AbortController();
  const signal = AbortSignal.any([outer, controller.signal]);
  const cards = new Map<string, CardInfo>();
  let read = false;
  /** Matches reported last. */
  let told: number | undefined;
  let flash: ReturnType<typeof setTimeout> | undefined;

  const marks = createNeed({ published: () => about().published, isSite: true, onFailure }, signal);

  let sightings: readonly Sighting[] = [];
  let shown: readonly Sighting[] = [];
  const watchLife = watchOrphaned(
    () => shown.length > 0,
    () => onFailure('cut off'),
    signal,
  );
  const isDrawn = ({ marked, match }: Sighting): boolean => {
    const card = cards.get(match.check);
    return marked && card !== undefined && loudnessOf(look, card) !== 'list';
  };
  const redraw = () => draw(sightings.filter(isDrawn));
  // Text in a closed <details> or a hidden tab is found, but shown only when a reader can see it.
  const opening = watchOpening(() => seen.look());
  signal.addEventListener('abort', opening.stop);
  const seen = createSightings(
    (next) => {
      sightings = next;
      redraw();
      tell();
      watchers.show(next);
    },
    opening.watch,
    signal,
  );

  const asker = createAsker(
    {
      wants: () => !seen.full,
      answered: (asked, matches, info) => {
        for (const card of info) cards.set(card.id, card);
        // What no card explains is not marked.
        const others = asked.filter(
          (block) => !seen.set(block, matches.get(block)?.filter((m) => cards.has(m.check)) ?? []),
        );
        reader.release(others);
      },
      done: async () => {
        await seen.settled();
        if (read || signal.aborted) return;
        read = true;
        tell();
        watchers.show(sightings);
      },
      failed: onFailure,
    },
    about,
    signal,
  );

  const reader = startReader(
    {
      read: asker.ask,
      gone: (old) => {
        for (const block of old) {
          asker.forget(block);
          seen.lose(block);
        }
      },
      idle: () => {
        seen.readAgain();
        asker.finish();
      },
    },
    signal,
  );

  let recheck: ReturnType<typeof setTimeout> | undefined;
  let more = false;
  const lookAgain = () => {
    // What happens meanwhile gets its own look afterwards: a page that never rests must not put it off for ever.
    more = recheck !== undefined;
    recheck ??= setTimeout(() => {
      recheck = undefined;
      seen.look();
      if (more) lookAgain();
    }, REVEAL_AFTER);
  };
  const reveal = () => seen.unseen && lookAgain();
  for (const type of REVEALING) doc.addEventListener(type, reveal, { signal, capture: true, passive: true });
  // Text that a narrow window pushes off the page has its place in a wide one.
  window.addEventListener('resize', reveal, { signal });
  // A page that goes on to its next view may keep the last one, out of sight.
  onNavigate(lookAgain, signal);

  const draw = (wanted: readonly Sighting[]) => {
    shown = wanted;
    if (marks.painter) marks.painter.show(shown, cards, look);
    else if (shown.length > 0) void marks.need().then((painter) => painter?.show(shown, cards, look));
    watchLife();
  };
  const tell = () => {
    const matches = sightings.length;
    if (matches === told || !(read || matches)) return;
    told = matches;
    report({ words: asker.words(), matches });
  };
  const untell = () => {
    if (told === undefined) return;
    told = undefined;
    report({ words: 0, matches: 0, gone: true });
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
        others: match.others,
      })),
    }),
    reveal: async (key) => {
      const painter = await marks.need();
      const sighting = sightings.find((s) => s.key === key);
      if (!sighting) return false;
      watchers.prefer(key);
      if (painter?.focus(key)) return true;
      if (!painter) {
        const { container } = sighting.block;
        field(container, 'scrollIntoView').call(container, { block: 'center' });
        return true;
      }
      // Nothing is drawn for it (list only, or a second sentence of the same block): for a moment it is.
      painter.show([sighting], cards, { loudness: 'underline', loudnessFor: {} });
      clearTimeout(flash);
      flash = setTimeout(redraw, FLASH);
      return painter.focus(key);
    },
    step: async (forward, enter) => {
      // Of marks that were just found, what draws them may be on its way: else the first key would pass this frame by.
      const painter = shown.length > 0 ? await marks.need() : marks.painter;
      return painter?.step(forward, enter) ?? false;
    },
    restyle: (next) => {
      look = next;
      redraw();
    },
    again: () => {
      asker.again();
      reader.again();
    },
    stop: () => {
      untell();
      watchers.show([]);
      controller.abort();
    },
  };
}
