/** Checks that a reader of one check may want next: on its topic, in its language, nearest by what they are about. */
import type { FactCheck } from '../../lib/claims';
import { aboutWords, nearest } from '../../lib/match/related';

const MOST = 5;

/**
 * Ids of the checks that are nearest to `check`, best first, at most five. Those it names itself as answers to its
 * follow-up questions are left out: they are shown already.
 */
export function relatedTo(check: FactCheck, all: Iterable<FactCheck>): readonly string[] {
  const named = new Set(check.followUps.map((followUp) => followUp.check));
  const candidates = [...all].filter(
    ({ id, topic, language }) => id !== check.id && topic === check.topic && language === check.language,
  );
  return nearest(aboutOf(check), candidates.map(aboutOf), MOST + named.size)
    .flatMap((place) => candidates[place]?.id ?? [])
    .filter((id) => !named.has(id))
    .slice(0, MOST);
}

/** A check's words, kept as long as the check is. */
const words = new WeakMap<FactCheck, ReadonlySet<string>>();

function aboutOf(check: FactCheck): ReadonlySet<string> {
  const known = words.get(check);
  if (known) return known;
  const { question, answer, claims } = check;
  const made = aboutWords([question, answer, ...claims.map(({ text }) => text)].join('\n'));
  words.set(check, made);
  return made;
}
