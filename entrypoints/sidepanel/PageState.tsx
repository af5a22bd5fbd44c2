/** What was found on the page beside the panel, or why there is nothing to show. */
import { EmptyState } from '../../components/EmptyState';
import { ReadingList } from '../../components/ReadingList';
import { say } from '../../lib/words';
import type { TabAnswer, TabBeside } from './useTab';

export interface PageStateProps {
  readonly tab: TabBeside;
  readonly onOpen: (check: string) => void;
  readonly onReveal: (key: string) => void;
  readonly onSiteOn: (host: string) => void;
  readonly onResume: () => void;
  readonly onSettings: () => void;
}

export function PageState({ tab, ...props }: PageStateProps) {
  const { answer, lost, slow, inView } = tab;
  if (lost && !answer)
    return <EmptyState scene="lost" title={say('panel_lost_title')} text={say('panel_lost_text')} />;
  if (!answer || answer.view.kind === 'waiting') return <Waiting slow={slow} />;
  const { view, cards } = answer;
  switch (view.kind) {
    case 'unreadable':
      return (
        <EmptyState
          scene="closed"
          title={say('panel_unreadable_title')}
          text={say('panel_unreadable_text')}
        />
      );
    case 'off':
      return <Off {...props} view={view} />;
    case 'read':
      return view.report.matches.length === 0 ? (
        <EmptyState scene="nothing" title={say('panel_nothing_title')} text={say('panel_nothing_text')} />
      ) : (
        <section aria-labelledby="on-page">
          <h2 id="on-page" class="panel-heading">
            {say('panel_on_page')}
          </h2>
          <ReadingList
            matches={view.report.matches}
            checks={cards}
            inView={inView}
            onOpen={props.onOpen}
            onReveal={props.onReveal}
          />
        </section>
      );
  }
}

const Waiting = ({ slow }: { slow: boolean }) => (
  <EmptyState
    scene="reading"
    title={say(slow ? 'panel_slow_title' : 'panel_waiting_title')}
    text={say(slow ? 'panel_slow_text' : 'panel_waiting_text')}
  />
);

type OffProps = Omit<PageStateProps, 'tab' | 'onOpen' | 'onReveal'> & {
  readonly view: Extract<TabAnswer['view'], { kind: 'off' }>;
};

function Off({ view, onSiteOn, onResume, onSettings }: OffProps) {
  const action = (label: string, act: () => void) => (
    <button type="button" class="button primary" onClick={act}>
      {label}
    </button>
  );
  switch (view.why) {
    case 'site':
      return (
        <EmptyState scene="asleep" title={say('panel_site_title')} text={say('panel_site_text', view.host)}>
          {action(say('panel_site_action'), () => onSiteOn(view.host))}
        </EmptyState>
      );
    case 'publisher':
      return (
        <EmptyState scene="closed" title={say('panel_publisher_title')} text={say('panel_publisher_text')} />
      );
    case 'paused':
      return (
        <EmptyState scene="asleep" title={say('panel_paused_title')} text={say('panel_paused_text')}>
          {action(say('panel_paused_action'), onResume)}
        </EmptyState>
      );
    case 'topics':
      return (
        <EmptyState scene="asleep" title={say('panel_topics_title')} text={say('panel_topics_text')}>
          {action(say('panel_topics_action'), onSettings)}
        </EmptyState>
      );
  }
}
