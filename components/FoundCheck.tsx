/** One check that was found: verdict, question, and where the words stand that were looked for. */
import type { Verdict } from '../lib/claims';
import { sayDate } from './dates';
import { Marked, type Marks } from './Marked';
import { Say } from './Say';
import { VerdictMark } from './VerdictMark';

export interface FoundInfo {
  readonly card: {
    readonly id: string;
    readonly question: string;
    readonly answer: string;
    readonly verdict: Verdict;
    /** YYYY-MM-DD, or ''. */
    readonly checkedOn: string;
    readonly publisher: string;
  };
  /** The claim that was found, where it says it in other words than the question; else ''. */
  readonly claim: string;
  readonly marks: { readonly question: Marks; readonly answer: Marks; readonly claim: Marks };
}

export interface FoundCheckProps {
  readonly hit: FoundInfo;
  readonly onOpen: (check: string) => void;
}

export function FoundCheck({ hit: { card, claim, marks }, onOpen }: FoundCheckProps) {
  const { id, question, answer, verdict, checkedOn, publisher } = card;
  return (
    <button type="button" class="hit" data-check={id} onClick={() => onOpen(id)}>
      <VerdictMark verdict={verdict} />
      <span class="hit-question" dir="auto">
        <Marked text={question} marks={marks.question} />
      </span>
      {(claim || answer) && (
        <span class="hit-answer" dir="auto">
          {claim ? (
            <Say
              of="search_claim"
              values={[
                <bdi>
                  <Marked {...fromFirstMark(claim, marks.claim)} />
                </bdi>,
              ]}
            />
          ) : (
            <Marked {...fromFirstMark(answer, marks.answer)} />
          )}
        </span>
      )}
      <span class="hit-meta">
        {checkedOn === '' ? (
          <bdi>{publisher}</bdi>
        ) : (
          <Say of="search_by" values={[<bdi>{publisher}</bdi>, <bdi>{sayDate(checkedOn)}</bdi>]} />
        )}
      </span>
    </button>
  );
}

/** What two lines surely show, and how much of it stands before the first mark where that lies beyond. */
const SHOWN = 70;
const BEFORE = 24;

/** The text from a word before its first mark on, where its beginning alone would not show one. */
function fromFirstMark(text: string, marks: Marks): { text: string; marks: Marks } {
  const first = marks[0]?.[0] ?? 0;
  if (first <= SHOWN) return { text, marks };
  const space = text.lastIndexOf(' ', first - BEFORE);
  if (space < 0) return { text, marks };
  const moved = ([start, end]: Marks[number]) => [start - space + 1, end - space + 1] as const;
  return { text: `… ${text.slice(space + 1)}`, marks: marks.map(moved) };
}
