/** What was found on the page beside the panel, or why there is nothing to show. */
import { PageState } from '../../components/PageState';
import { ReadingList } from '../../components/ReadingList';
import { say } from '../../lib/words';
import type { TabBeside } from './useTab';

export interface PageBesideProps {
  readonly tab: TabBeside;
  readonly onOpen: (check: string) => void;
  readonly onReveal: (key: string) => void;
  readonly onSiteOn: (host: string) => void;
  readonly onResume: () => void;
  readonly onSettings: () => void;
  readonly onAllow: () => void;
}

export function PageBeside(props: PageBesideProps) {
  const { tab, onOpen, onReveal, onSiteOn, onResume, onSettings, onAllow } = props;
  const { answer, lost, slow, inView } = tab;
  const actions = { onResume, onSettings, onAllow, onSiteOn: () => {} };
  if (lost && !answer) return <PageState kind="lost" {...actions} />;
  if (!answer || answer.view.kind === 'waiting')
    return <PageState kind={slow ? 'slow' : 'waiting'} {...actions} />;
  const { view, cards } = answer;
  switch (view.kind) {
    case 'unreadable':
      return <PageState kind="unreadable" {...actions} />;
    case 'off':
      return <PageState kind={view.why} {...actions} onSiteOn={() => onSiteOn(view.host)} />;
    case 'read':
      if (view.report.matches.length === 0) return <PageState kind="nothing" {...actions} />;
      return (
        <section aria-labelledby="on-page">
          <h2 id="on-page" class="panel-heading">
            {say('panel_on_page')}
          </h2>
          <ReadingList
            matches={view.report.matches}
            checks={cards}
            inView={inView}
            onOpen={onOpen}
            onReveal={onReveal}
          />
        </section>
      );
  }
}
