/** What was found on the page: checks in reading order, each with the sentences that repeat its claim. */
import { ArrowUpRight, ChevronRight } from 'lucide';
import type { Verdict } from '../lib/claims';
import type { Stance } from '../lib/match/stance';
import { badgeTone } from './badge';
import { Icon } from './Icon';
import { stanceShort } from './stances';
import { VerdictMark } from './VerdictMark';

/** A sentence found on the page. */
export interface ListedMatch {
  readonly key: string;
  readonly check: string;
  readonly sentence: string;
  readonly stance: Stance;
}

/** The check it points to, in short. */
export interface ListedCheck {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly verdict: Verdict;
}

export interface MatchListProps {
  readonly matches: readonly ListedMatch[];
  readonly checks: readonly ListedCheck[];
  readonly onOpen: (check: string) => void;
  /** Scrolls the page to a sentence. */
  readonly onReveal: (key: string) => void;
}

export function MatchList({ matches, checks, onOpen, onReveal }: MatchListProps) {
  return (
    <ol class="matches">
      {groups(matches, checks).map(({ check, found }) => (
        <li key={check.id} class="match" data-tone={badgeTone(check.verdict.rating)}>
          <VerdictMark verdict={check.verdict} />
          <h2 class="match-question">
            <button type="button" data-check={check.id} onClick={() => onOpen(check.id)}>
              <span dir="auto">{check.question}</span>
              <Icon node={ChevronRight} size={17} />
            </button>
          </h2>
          <p class="match-answer" dir="auto">
            {check.answer}
          </p>
          <ul class="match-sentences">
            {found.map(({ key, sentence, stance }) => (
              <li key={key}>
                <button type="button" class="sentence" data-stance={stance} onClick={() => onReveal(key)}>
                  <span class="sentence-text" dir="auto">
                    {sentence}
                  </span>
                  <span class="sentence-foot">
                    <span class="sentence-stance">This sentence {stanceShort(stance)}</span>
                    <span class="sentence-jump">
                      Jump to sentence
                      <Icon node={ArrowUpRight} size={13} />
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Matches by check, a check standing where its first sentence does. Matches of unknown checks are left out. */
function groups(matches: readonly ListedMatch[], checks: readonly ListedCheck[]) {
  const byCheck = new Map<string, ListedMatch[]>();
  for (const match of matches) byCheck.set(match.check, [...(byCheck.get(match.check) ?? []), match]);
  return [...byCheck].flatMap(([id, found]) => {
    const check = checks.find((c) => c.id === id);
    return check ? [{ check, found }] : [];
  });
}
