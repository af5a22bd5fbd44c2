/** What was found on the page: checks in reading order, each with the sentences that repeat its claim. */
import { ArrowUpRight, ChevronRight } from 'lucide';
import type { Stance } from '../lib/match/stance';
import { say } from '../lib/words';
import { badgeTone } from './badge';
import { Icon } from './Icon';
import { type OtherCheck, saySummary } from './others';
import { stanceLong } from './stances';
import { VerdictMark } from './VerdictMark';

/** A sentence found on the page. */
export interface ListedMatch {
  readonly key: string;
  readonly check: string;
  readonly sentence: string;
  readonly stance: Stance;
  readonly stanceSure: boolean;
  /** Ids of checks of the same claim by others. */
  readonly others: readonly string[];
  /** The frame it stands in; 0 is the page itself. */
  readonly frame: number;
}

/** The check it points to, in short. */
export interface ListedCheck extends OtherCheck {
  readonly answer: string;
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
      {groups(matches, checks).map(({ check, found, first, others }) => (
        <li key={found[0]?.key} class="match" data-tone={badgeTone(check.verdict.rating)}>
          <VerdictMark verdict={check.verdict} />
          <h2 class="match-question">
            <button type="button" data-check={check.id} onClick={() => onOpen(check.id)}>
              <bdi>{check.question}</bdi>
              <Icon node={ChevronRight} size={17} />
            </button>
          </h2>
          {first && (
            <p class="match-answer" dir="auto">
              {check.answer}
            </p>
          )}
          {first && others.length > 0 && <p class="match-others">{saySummary(check, others)}</p>}
          <ul class="match-sentences">
            {found.map(({ key, sentence, stance, stanceSure, frame }) => (
              <li key={key}>
                <button
                  type="button"
                  class="sentence"
                  data-stance={stance === 'asserts' && !stanceSure ? 'unsure' : stance}
                  onClick={() => onReveal(key)}
                >
                  <span class="sentence-text" dir="auto">
                    {sentence}
                  </span>
                  <span class="sentence-foot">
                    <span class="sentence-stance">
                      {stanceLong(stance, stanceSure)}
                      {frame !== 0 && ` ${say('popup_in_frame')}`}
                    </span>
                    <span class="sentence-jump">
                      {say('popup_jump')}
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

/**
 * Runs of neighbouring matches of one check, in reading order; a check that comes again later is named again, but
 * explained only the first time. Matches of unknown checks are left out.
 */
function groups(matches: readonly ListedMatch[], checks: readonly ListedCheck[]) {
  const runs: { check: ListedCheck; found: ListedMatch[]; first: boolean }[] = [];
  for (const match of matches) {
    const check = checks.find((c) => c.id === match.check);
    const last = runs.at(-1);
    if (!check) continue;
    if (last?.check.id === check.id) last.found.push(match);
    else runs.push({ check, found: [match], first: !runs.some((r) => r.check.id === check.id) });
  }
  return runs.map((run) => {
    const ids = new Set(run.found.flatMap((match) => match.others));
    return { ...run, others: checks.filter((c) => c.id !== run.check.id && ids.has(c.id)) };
  });
}
