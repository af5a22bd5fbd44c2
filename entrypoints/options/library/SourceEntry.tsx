/** One source that the reader added: on or off, what it is, how it is kept up to date, and away with it. */
import { useState } from 'preact/hooks';
import { sayDate } from '../../../components/dates';
import { Lookalike } from '../../../components/Lookalike';
import { Switch } from '../../../components/Switch';
import { AIR_GAP } from '../../../lib/store/network/air-gap';
import type { Schedule, StoredSource } from '../../../lib/store/source';
import { say, sayCount } from '../../../lib/words';
import { Often } from './Asking';
import { FactList } from './FactList';
import { Fold } from './Fold';
import { factsOf, keysNamed, sayKeyNews, summaryOf } from './facts';
import { useFingerprints } from './fingerprint';
import { Progress } from './Progress';
import { PublisherFilter } from './PublisherFilter';
import { Records } from './Records';
import { Removing } from './Removing';
import { dayOf, lookalikeOf, titleOf } from './saying';
import type { Work } from './useWork';

export interface SourceEntryProps {
  readonly source: StoredSource;
  readonly on: boolean;
  /** What is done about it now. */
  readonly work: Work;
  /** Something is being added or updated already. */
  readonly busy: boolean;
  /** Hosts that no other source is on. */
  readonly hosts: readonly string[];
  readonly onSwitch: (on: boolean) => void;
  /** In the reader's click. */
  readonly onUpdate: (address: string) => void;
  readonly onSchedule: (schedule: Schedule) => void;
  readonly onCancel: () => void;
  /** These two take a while when the library is at work; they resolve when it is done, or has failed. */
  readonly onRollBack: () => Promise<void>;
  readonly onRemove: () => Promise<void>;
  readonly onSwitchPublishers: (keys: readonly string[], on: boolean) => void;
}

export function SourceEntry(props: SourceEntryProps) {
  const { source, on, work, busy, hosts } = props;
  const { address, schedule, current, previous, failed, publishersOff } = source;
  const title = titleOf(source);
  const [removing, setRemoving] = useState(false);
  const [waiting, setWaiting] = useState<'remove' | 'back'>();
  const wait = async (what: typeof waiting, run: () => Promise<void>) => {
    if (waiting) return;
    setWaiting(what);
    await run();
    setWaiting(undefined);
  };
  const named = useFingerprints(keysNamed(source));
  const news = sayKeyNews(source, named);
  const lookalike = lookalikeOf(source);
  const publishers = sayCount('library_publishers', current.publishers.length);
  return (
    <li class="source-entry">
      <Switch
        label={<bdi>{title}</bdi>}
        description={<bdi>{summaryOf(source)}</bdi>}
        checked={on}
        onChange={props.onSwitch}
      />
      {lookalike && (
        <p class="problem">
          <Lookalike {...lookalike} />
        </p>
      )}
      {failed !== undefined && work.state === 'idle' && (
        <p class="problem" dir="auto">
          {failed}
        </p>
      )}
      {news && (
        <p class={news.bad ? 'problem' : 'hint'} dir="auto">
          {news.text}
        </p>
      )}
      <div class="actions">
        {address !== undefined && !AIR_GAP && (
          <>
            <button
              type="button"
              class="button"
              aria-label={say('library_update_label', title)}
              aria-disabled={busy}
              onClick={() => !busy && props.onUpdate(address)}
            >
              {say('library_update_now')}
            </button>
            <Often
              value={schedule}
              label={say('library_often')}
              spoken={say('library_often_label', title)}
              onChange={props.onSchedule}
            />
          </>
        )}
        {previous && (
          <button
            type="button"
            class="button"
            aria-disabled={waiting !== undefined}
            onClick={() => void wait('back', props.onRollBack)}
          >
            {waiting === 'back'
              ? say('library_going_back')
              : say('library_roll_back', sayDate(dayOf(previous)))}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={say('library_remove_label', title)}
          aria-expanded={removing}
          aria-disabled={waiting !== undefined}
          onClick={() => !waiting && setRemoving(!removing)}
        >
          {say('library_remove')}
        </button>
      </div>
      <Progress work={work} onCancel={props.onCancel} />
      {removing && (
        <Removing
          source={source}
          hosts={hosts}
          busy={waiting === 'remove'}
          onYes={() => void wait('remove', props.onRemove)}
          onNo={() => setRemoving(false)}
        />
      )}
      <Fold title={say('library_details')}>
        <FactList facts={factsOf(source, named)} />
      </Fold>
      <Fold title={say('library_report')}>
        <Records edition={current} />
      </Fold>
      {current.publishers.length > 1 && (
        <Fold
          title={
            publishersOff.length > 0
              ? say('library_publishers_off', publishers, publishersOff.length)
              : publishers
          }
        >
          <PublisherFilter source={source} onSwitch={props.onSwitchPublishers} />
        </Fold>
      )}
    </li>
  );
}
