/** The sentences of a page that match a check, one after another as they are read, with the one in view marked. */
import { ChevronRight } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../lib/words';
import { badgeTone } from './badge';
import { Icon } from './Icon';
import type { ListedCheck, ListedMatch } from './MatchList';
import { stanceLong } from './stances';
import { VerdictMark, VerdictShape } from './VerdictMark';

export interface ReadingListProps {
  /** In reading order. */
  readonly matches: readonly ListedMatch[];
  readonly checks: readonly ListedCheck[];
  /** Key of the sentence that the reader has before the eyes; it is kept in sight. */
  readonly inView: string | undefined;
  readonly onOpen: (check: string) => void;
  /** Scrolls the page to a sentence. */
  readonly onReveal: (key: string) => void;
}

export function ReadingList({ matches, checks, inView, onOpen, onReveal }: ReadingListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Whoever has a pointer or the focus in the list is looking for something else in it.
    if (!here || list.current?.matches(':hover, :has(:focus-visible)')) return;
    here.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [inView]);
  return (
    <ol class="reading" ref={list}>
      {entriesOf(matches, checks).map(({ match, check, last }) => (
        <Entry
          key={match.key}
          match={match}
          check={check}
          last={last}
          current={match.key === inView}
          onOpen={onOpen}
          onReveal={onReveal}
        />
      ))}
    </ol>
  );
}

interface EntryProps extends Pick<ReadingListProps, 'onOpen' | 'onReveal'> {
  readonly match: ListedMatch;
  readonly check: ListedCheck;
  /** The last of neighbouring sentences of one check, which names it for all of them. */
  readonly last: boolean;
  readonly current: boolean;
}

function Entry({ match, check, last, current, onOpen, onReveal }: EntryProps) {
  const { key, sentence, stance, stanceSure, frame } = match;
  // Only a sentence that says the claim wears the verdict, as on the page.
  const rating = stance === 'asserts' && stanceSure ? check.verdict.rating : 'context';
  return (
    <li class="reading-entry" data-tone={badgeTone(rating)} data-joined={last ? undefined : ''}>
      <VerdictShape rating={rating} />
      <button
        type="button"
        class="reading-sentence"
        aria-current={current ? 'location' : undefined}
        onClick={() => onReveal(key)}
      >
        <span class="reading-text" dir="auto">
          {sentence}
        </span>
        <span class="reading-stance">
          {stanceLong(stance, stanceSure)}
          {frame !== 0 && <> {say('popup_in_frame')}</>}
        </span>
        <span class="visually-hidden">{say('panel_go')}</span>
      </button>
      {last && (
        <button type="button" class="reading-check" data-check={check.id} onClick={() => onOpen(check.id)}>
          <VerdictMark verdict={check.verdict} />
          <span class="reading-question">
            <bdi>{check.question}</bdi>
            <Icon node={ChevronRight} size={15} />
          </span>
        </button>
      )}
    </li>
  );
}

/** Each sentence with its check; those of unknown checks are left out. */
function entriesOf(matches: readonly ListedMatch[], checks: readonly ListedCheck[]) {
  const known = new Map(checks.map((check) => [check.id, check]));
  const entries = matches.flatMap((match) => {
    const check = known.get(match.check);
    return check ? [{ match, check }] : [];
  });
  return entries.map((entry, i) => ({ ...entry, last: entries[i + 1]?.check !== entry.check }));
}
