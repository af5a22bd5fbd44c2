/** Marks on texts of this page: read, matched and drawn by the very same code as on any other page. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardInfo } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';
import { type Block, readBlocks } from '../../lib/page/read/blocks';
import { onChange } from '../../lib/store/changes';
import { type Look, loudnessOf } from '../content/look';
import type { Sighting } from '../content/sightings';
import { type Painter, type StartPainter, world } from '../content/world';

/** How many sentences of each text match a check; undefined before the first answer, `failed` if nobody answered. */
export type Counts = ReadonlyMap<HTMLElement, number> | 'failed' | undefined;

interface Found {
  readonly counts: ReadonlyMap<HTMLElement, number>;
  readonly sightings: readonly Sighting[];
  readonly cards: ReadonlyMap<string, CardInfo>;
}

/** Milliseconds without another key before a text is read. */
const REST = 200;

/**
 * Marks the texts of `roots` as loudly as `look` says. They are read again when `text` changes, and when settings
 * or the library do.
 */
export function useMarks(roots: readonly RefObject<HTMLElement | null>[], text: string, look: Look): Counts {
  const [painter, setPainter] = useState<Painter>();
  const [found, setFound] = useState<Found | 'failed'>();
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    const life = new AbortController();
    // At the page's end, badges of a text that is scrolled away by then would be reached by no key.
    const home = () => document.querySelector('.try') ?? document.body;
    drawing().then(
      (start) =>
        life.signal.aborted ||
        setPainter(
          start({ published: () => '', isSite: false, home, onFailure: console.debug }, life.signal),
        ),
      () => setFound('failed'),
    );
    onChange(() => setEdition((n) => n + 1), life.signal);
    return () => life.abort();
  }, []);
  useEffect(() => {
    let wanted = true;
    const look = () =>
      find(roots.flatMap((root) => root.current ?? [])).then(
        (next) => wanted && setFound(next),
        () => wanted && setFound('failed'),
      );
    const timer = setTimeout(look, edition === 0 && text === '' ? 0 : REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, edition]);
  useEffect(() => {
    if (typeof found !== 'object') return;
    const { sightings, cards } = found;
    const isLoud = ({ match }: Sighting) => {
      const card = cards.get(match.check);
      return card !== undefined && loudnessOf(look, card) !== 'list';
    };
    painter?.show(sightings.filter(isLoud), cards, look);
  }, [painter, found, look]);
  return typeof found === 'object' ? found.counts : found;
}

/** Loads the script that draws; rejects where that can't be. */
async function drawing(): Promise<StartPainter> {
  // As it is brought into pages with their first match. Named right here: linters of stores want to see what is loaded.
  await import('/marks.js');
  if (!world.startPainter) throw new ReferenceError('startPainter');
  return world.startPainter;
}

async function find(roots: readonly HTMLElement[]): Promise<Found> {
  const counts = new Map<HTMLElement, number>();
  const sightings: Sighting[] = [];
  const cards = new Map<string, CardInfo>();
  for (const root of roots) {
    let count = 0;
    for (const block of blocksOf(root)) {
      const answer = await panel.tryText({ text: block.text });
      for (const card of answer.cards) cards.set(card.id, card);
      const marked = new Set<string>();
      for (const match of answer.matches) {
        const key = `${sightings.length} ${match.check}`;
        sightings.push({ key, block, match, marked: !marked.has(match.check) });
        marked.add(match.check);
      }
      count += new Set(answer.matches.map((match) => match.sentenceStart)).size;
    }
    counts.set(root, count);
  }
  return { counts, sightings, cards };
}

const blocksOf = (root: HTMLElement): Block[] =>
  [...readBlocks(root, { onHidden: () => {}, onShadow: () => {} })].filter((block) => block !== undefined);
