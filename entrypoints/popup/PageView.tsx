/** What was found on the page, or why there is nothing to show. */
import { CoverageLine } from '../../components/CoverageLine';
import { EmptyState } from '../../components/EmptyState';
import { MatchList } from '../../components/MatchList';
import { FOREVER } from '../../lib/store/settings';
import type { ActiveTab, TabAnswer } from './useActiveTab';
import { WORDS } from './words';

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
  if (lost && slow) return <EmptyState scene="lost" {...WORDS.lost} />;
  if (!answer) return <EmptyState scene="reading" {...WORDS.waiting} />;
  switch (answer.view.kind) {
    case 'unreadable':
      return <EmptyState scene="closed" {...WORDS.unreadable} />;
    case 'waiting':
      return <EmptyState scene="reading" {...(slow ? WORDS.stillReading : WORDS.waiting)} />;
    case 'off':
      return <Off {...props} view={answer.view} />;
    case 'read':
      return answer.view.report.matches.length === 0 ? (
        <EmptyState scene="nothing" {...WORDS.nothing} />
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
        <EmptyState scene="asleep" {...WORDS.siteIsOff}>
          {primary(WORDS.siteIsOff.action, () => props.onSiteOn(view.host))}
        </EmptyState>
      );
    case 'publisher':
      return <EmptyState scene="closed" {...WORDS.publisherSaysNo} />;
    case 'paused':
      return (
        <EmptyState scene="asleep" title={WORDS.paused.title} text={pausedText(props.pausedUntil)}>
          {primary(WORDS.resume, props.onResume)}
        </EmptyState>
      );
    case 'topics':
      return (
        <EmptyState scene="asleep" title={WORDS.topicsOff.title} text={WORDS.topicsOff.text}>
          {primary(WORDS.topicsOff.action, props.onSettings)}
        </EmptyState>
      );
  }
}

function pausedText(until: number): string {
  if (until === 0 || until >= FOREVER) return WORDS.paused.forever;
  return WORDS.paused.until(new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(until));
}
