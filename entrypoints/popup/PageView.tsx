/** What was found on the page, or why there is nothing to show. */
import { CoverageLine } from '../../components/CoverageLine';
import { MatchList } from '../../components/MatchList';
import { PageState } from '../../components/PageState';
import { FOREVER } from '../../lib/store/settings';
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
  readonly onAllow: () => void;
}

export function PageView({
  tab,
  pausedUntil,
  onOpen,
  onReveal,
  onSiteOn,
  onResume,
  onSettings,
  onAllow,
}: PageViewProps) {
  const { answer, lost, slow } = tab;
  const actions = { onResume, onSettings, onAllow, onSiteOn: () => {} };
  if (lost && slow) return <PageState kind="lost" {...actions} />;
  if (!answer) return <PageState kind="waiting" {...actions} />;
  const { view, cards } = answer;
  switch (view.kind) {
    case 'unreadable':
      return <PageState kind="unreadable" {...actions} />;
    case 'waiting':
      return <PageState kind={slow ? 'slow' : 'waiting'} {...actions} />;
    case 'off':
      return (
        <PageState
          kind={view.why}
          {...actions}
          pausedUntil={pausedUntil === 0 || pausedUntil >= FOREVER ? undefined : pausedUntil}
          onSiteOn={() => onSiteOn(view.host)}
        />
      );
    case 'read':
      if (view.report.matches.length === 0) return <PageState kind="nothing" {...actions} />;
      return <MatchList matches={view.report.matches} checks={cards} onOpen={onOpen} onReveal={onReveal} />;
  }
}

/** The line at the foot of a page that was read; nothing elsewhere. */
export function Coverage({ answer }: { answer: TabAnswer | undefined }) {
  if (answer?.view.kind !== 'read') return null;
  const { words, matches } = answer.view.report;
  return <CoverageLine words={words} matches={matches.length} />;
}
