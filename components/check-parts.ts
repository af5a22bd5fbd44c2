/** The parts of a check in the order they are read, and where each source is cited. */
import type { FactCheck } from '../lib/claims';
import { say } from '../lib/words';
import { firstCitations } from './CitedText';
import type { CitedIn } from './SourceList';

/** A titled piece of the document. */
export interface Part {
  /** Names it in ids: `part-<block>`, and its citations. */
  readonly block: string;
  /** 0 is the summary, which has no number. */
  readonly number: number;
  readonly title: string;
  /** Are its title's words the publisher's, and not ours? */
  readonly own: boolean;
  /** What a source calls it in “Cited in …”. */
  readonly place: string;
  readonly text: string;
}

/** The numbered parts, the bottom line last. */
export function partsOf({ summary, sections, bottomLine }: FactCheck): readonly Part[] {
  const last = sections.length + 1;
  return [
    {
      block: 'summary',
      number: 0,
      title: say('check_summary'),
      own: false,
      place: say('check_place_summary'),
      text: summary,
    },
    ...sections.map(({ title, text }, i) => ({
      block: String(i + 1),
      number: i + 1,
      title,
      own: true,
      place: say('check_place_section', i + 1),
      text,
    })),
    {
      block: String(last),
      number: last,
      title: say('check_bottom_line'),
      own: false,
      place: say('check_place_bottom_line'),
      text: bottomLine,
    },
  ];
}

/** For each source, counted from 1, the parts that cite it. */
export function citedPlaces(parts: readonly Part[], sources: number): ReadonlyMap<number, CitedIn[]> {
  const places = new Map<number, CitedIn[]>();
  for (const { block, place, text } of parts) {
    for (const [n, id] of firstCitations(text, block, sources)) {
      places.set(n, [...(places.get(n) ?? []), { place, id }]);
    }
  }
  return places;
}
