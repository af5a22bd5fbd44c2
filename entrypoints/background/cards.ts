/** What panels and cards show of a check, authored or bare. */
import type { Review } from '../../lib/claims';
import type { CardInfo, CheckView } from '../../lib/messages/calls';
import type { Live } from '../../lib/store/live';
import { readReview } from '../../lib/store/sources';
import { isOwnPage, type OwnPage } from './own-page';

/** The checks with these ids in short, each once; left out are unknown ones, and those whose own page is `page`. */
export async function cardsOf(live: Live, ids: readonly string[], page?: OwnPage): Promise<CardInfo[]> {
  const cards = await Promise.all([...new Set(ids)].map((id) => cardOf(live, id, page)));
  return cards.filter((card) => card !== undefined);
}

async function cardOf(
  { checks, sources, database }: Live,
  id: string,
  page: OwnPage | undefined,
): Promise<CardInfo | undefined> {
  const entry = checks.get(id);
  if (!entry) {
    const stored = await readReview(database, sources, id);
    if (!stored || (page && isOwnPage(stored.review, page))) return undefined;
    return reviewCard(stored.review, stored.source.id);
  }
  const { check, pack } = entry;
  const { question, answer, verdict, checkedOn, topic } = check;
  const { name: publisher, disclaimer } = pack.publisher;
  return { kind: 'check', id, question, answer, verdict, checkedOn, topic, publisher, disclaimer };
}

/** A bare review says what was claimed, in its own words and no others of ours. */
function reviewCard(review: Review, source: string): CardInfo {
  const { id, claim, title, claimant, verdict, checkedOn, publisher } = review;
  return {
    kind: 'review',
    id,
    question: claim,
    answer: title ?? (claimant === undefined ? '' : `Claimed by ${claimant}.`),
    verdict,
    checkedOn: checkedOn ?? '',
    topic: source,
    publisher,
    disclaimer: `Found by likeness of words in a source you added. The verdict is ${publisher}’s own; Factmark has not checked it.`,
  };
}

/** A check in full. */
export async function checkView(
  { checks, sources, database }: Live,
  id: string,
): Promise<CheckView | undefined> {
  const entry = checks.get(id);
  if (!entry) {
    const stored = await readReview(database, sources, id);
    return stored && { kind: 'review', review: stored.review, source: stored.source.title };
  }
  const { check, pack } = entry;
  return {
    kind: 'check',
    check,
    publisher: pack.publisher,
    topicTitle: pack.topics.find((t) => t.id === check.topic)?.title ?? check.topic,
  };
}
