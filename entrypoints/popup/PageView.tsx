/** What was found on the page, or why there is nothing to show. */
import { CoverageLine } from '../../components/CoverageLine';
import { sayClock } from '../../components/dates';
import { EmptyState } from '../../components/EmptyState';
import { MatchList } from '../../components/MatchList';
import { FOREVER } from '../../lib/store/settings';
import { say } from '../../lib/words';
import type { ActiveTab, TabAnswer } from './useActiveTab';

export interface PageViewProps {
  readonly tab: ActiveTab;
  /** When a pause ends; 0 while unknown. */
  readonly pausedUntil: number;
  readonly onOpen: (check: string) => void;
  readonly onReveal: (key: string) => void;
  readonly onSiteOn: (host: string) => void;
  readonly onResume: () => void;
  readonly onSettings: () => void;
}

export function PageView(props: PageViewProps) {
  const { answer, lost, slow } = props.tab;
  if (lost && slow)
    return <EmptyState scene="lost" title={say('popup_lost_title')} text={say('popup_lost_text')} />;
  if (!answer)
    return <EmptyState scene="reading" title={say('popup_waiting_title')} text={say('popup_waiting_text')} />;
  switch (answer.view.kind) {
    case 'unreadable':
      return (
        <EmptyState
          scene="closed"
          title={say('popup_unreadable_title')}
          text={say('popup_unreadable_text')}
        />
      );
    case 'waiting':
      return (
        <EmptyState
          scene="reading"
          title={say(slow ? 'popup_still_title' : 'popup_waiting_title')}
          text={say(slow ? 'popup_still_text' : 'popup_waiting_text')}
        />
      );
    case 'off':
      return <Off {...props} view={answer.view} />;
    case 'read':
      return answer.view.report.matches.length === 0 ? (
        <EmptyState scene="nothing" title={say('popup_nothing_title')} text={say('popup_nothing_text')} />
      ) : (
        <MatchList
          matches={answer.view.report.matches}
          checks={answer.cards}
          onOpen={props.onOpen}
          onReveal={props.onReveal}
        />
      );
  }
}

/** The line at the foot of a page that was read; nothing elsewhere. */
export function Coverage({ answer }: { answer: TabAnswer | undefined }) {
  if (answer?.view.kind !== 'read') return null;
  const { words, matches } = answer.view.report;
  return <CoverageLine words={words} matches={matches.length} />;
}

type OffView = Extract<TabAnswer['view'], { kind: 'off' }>;

function Off({ view, ...props }: PageViewProps & { view: OffView }) {
  const primary = (label: string, act: () => void) => (
    <button type="button" class="button primary" onClick={act}>
      {label}
    </button>
  );
  switch (view.why) {
    case 'site':
      return (
        <EmptyState
          scene="asleep"
          title={say('popup_site_is_off_title')}
          text={say('popup_site_is_off_text')}
        >
          {primary(say('popup_site_is_off_action'), () => props.onSiteOn(view.host))}
        </EmptyState>
      );
    case 'publisher':
      return (
        <EmptyState scene="closed" title={say('popup_publisher_title')} text={say('popup_publisher_text')} />
      );
    case 'paused':
      return (
        <EmptyState scene="asleep" title={say('popup_paused_title')} text={pausedText(props.pausedUntil)}>
          {primary(say('popup_resume'), props.onResume)}
        </EmptyState>
      );
    case 'topics':
      return (
        <EmptyState scene="asleep" title={say('popup_topics_off_title')} text={say('popup_topics_off_text')}>
          {primary(say('popup_topics_off_action'), props.onSettings)}
        </EmptyState>
      );
  }
}

function pausedText(until: number): string {
  if (until === 0 || until >= FOREVER) return say('popup_paused_forever');
  return say('popup_paused_until', sayClock(until));
}
