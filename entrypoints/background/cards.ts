/** What panels and cards show of a check, authored or bare. */
import type { FactCheck, Review } from '../../lib/claims';
import { findAll } from '../../lib/match/engine';
import type { CardInfo, CheckView } from '../../lib/messages/calls';
import { readReview } from '../../lib/store/editions/reviews';
import type { Live, LiveCheck } from '../../lib/store/live';
import { readChange } from '../../lib/store/opened/opened';
import type { Settings } from '../../lib/store/settings';
import type { StoredSource } from '../../lib/store/source';
import { say } from '../../lib/words';
import { isOwnPage, type OwnPage } from './own-page';
import { relatedTo } from './related';

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
    return reviewCard(stored.review, stored.source);
  }
  const { check, pack } = entry;
  if (page && isOwnPage(check, page)) return undefined;
  const { question, answer, verdict, checkedOn, topic, language, url } = check;
  const { name: publisher, disclaimer } = pack.publisher;
  return {
    kind: 'check',
    id,
    question,
    answer,
    verdict,
    checkedOn,
    topic,
    topicTitle: topicTitle(entry),
    language,
    publisher,
    disclaimer,
    ...(url === undefined ? {} : { url }),
  };
}

/** A bare review says what was claimed, in its own words and no others of ours. */
function reviewCard(review: Review, source: StoredSource): CardInfo {
  const { id, claim, title, claimant, verdict, checkedOn, publisher, url, language = 'und' } = review;
  return {
    kind: 'review',
    id,
    question: claim,
    answer: title ?? (claimant === undefined ? '' : say('store_review_claimant', claimant)),
    verdict,
    checkedOn: checkedOn ?? '',
    topic: source.id,
    topicTitle: titleOf(source),
    language,
    publisher,
    ...(url === undefined ? {} : { url }),
    disclaimer: say('store_review_disclaimer', publisher),
  };
}

/** A check in full, with what others say of the same claim and what it said before. */
export async function checkView(live: Live, id: string, settings: Settings): Promise<CheckView | undefined> {
  const { checks, sources, database } = live;
  const entry = checks.get(id);
  const change = await readChange(database, id);
  const others = (claims: readonly string[]) => othersOf(live, id, claims, settings);
  if (!entry) {
    const stored = await readReview(database, sources, id);
    if (!stored) return undefined;
    const { review, source } = stored;
    return {
      kind: 'review',
      review,
      source: titleOf(source),
      others: await others([review.claim]),
      related: [],
      change,
    };
  }
  const { check, pack } = entry;
  return {
    kind: 'check',
    check,
    publisher: pack.publisher,
    topicTitle: topicTitle(entry),
    others: await others(claimsOf(check)),
    related: await cardsOf(live, relatedTo(check, checksOf(live))),
    change,
  };
}

const topicTitle = ({ check, pack }: LiveCheck): string =>
  pack.topics.find((t) => t.id === check.topic)?.title ?? check.topic;

const checksOf = ({ checks }: Live): FactCheck[] => [...checks.values()].map((entry) => entry.check);

const titleOf = ({ title, current }: StoredSource): string => current.pack?.title ?? title;

const claimsOf = (check: FactCheck): string[] => check.claims.map((claim) => claim.text);

/** Checks and reviews of these claims that are not `id`, as a page that says them would show. */
async function othersOf(
  live: Live,
  id: string,
  claims: readonly string[],
  { topicsOff, strictness }: Settings,
): Promise<CardInfo[]> {
  const engine = live.engine(topicsOff);
  const found = claims
    .flatMap((text) => findAll(engine, { text }, { strictness }))
    .flatMap((match) => [match.check, ...match.others]);
  return cardsOf(
    live,
    found.filter((other) => other !== id),
  );
}
