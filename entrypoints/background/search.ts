/** Finding a check by words, and what was read lately. */

import { marksIn } from '../../lib/match/lookup/marks';
import { languageOfClaim } from '../../lib/match/segment/collect';
import type { CardInfo, PanelCalls, SearchHit } from '../../lib/messages/calls';
import type { Handlers } from '../../lib/messages/wire';
import { realEnv } from '../../lib/store/env';
import { type Finding, finderOf } from '../../lib/store/find/finder';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { readOpened } from '../../lib/store/opened/opened';
import { readSettings } from '../../lib/store/settings-store';
import { cardsOf } from './cards';

type SearchCalls = Pick<PanelCalls, 'search' | 'recent'>;

/** Hits at most, whatever is asked for. */
const MOST_HITS = 50;

export const searchHandlers = (live: LiveLibrary): Handlers<SearchCalls, undefined> => ({
  search: async ({ text, most }) => search(await live(), text, most),
  recent: async () => ((await readSettings()).tellChanges ? readOpened((await live()).database) : []),
});

/** Nothing typed finds nothing, but makes ready for what will be. */
async function search(live: Live, text: string, most: number): Promise<SearchHit[]> {
  const { pause } = realEnv(live.database, new AbortController().signal);
  const find = await finderOf(live, pause);
  if (text.trim() === '') return [];
  const found = await find(text, Math.min(most, MOST_HITS));
  const cards = new Map(
    (
      await cardsOf(
        live,
        found.map(({ id }) => id),
      )
    ).map((card) => [card.id, card]),
  );
  return found.flatMap((finding) => {
    const card = cards.get(finding.id);
    return card ? [hitOf(card, finding)] : [];
  });
}

function hitOf(card: CardInfo, { claim, terms }: Finding): SearchHit {
  const language = languageOfClaim({ claim: card.question, language: card.language });
  const marks = (text: string) => marksIn(text, language, terms);
  return {
    card,
    claim,
    marks: { question: marks(card.question), answer: marks(card.answer), claim: marks(claim) },
  };
}
