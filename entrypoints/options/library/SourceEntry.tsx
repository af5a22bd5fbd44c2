/** One source that the reader added: on or off, what it is, how it is kept up to date, and away with it. */
import { useState } from 'preact/hooks';
import { counted, sayDate } from '../../../components/dates';
import { Switch } from '../../../components/Switch';
import type { Schedule, StoredSource } from '../../../lib/store/source';
import { Often } from './Asking';
import { FactList } from './FactList';
import { Fold } from './Fold';
import { factsOf, summaryOf } from './facts';
import { useFingerprint } from './fingerprint';
import { Progress } from './Progress';
import { PublisherFilter } from './PublisherFilter';
import { Records } from './Records';
import { Removing } from './Removing';
import { dayOf } from './saying';
import type { Work } from './useWork';
import { WORDS } from './words';

export interface SourceEntryProps {
  readonly source: StoredSource;
  readonly on: boolean;
  /** What is done about it now. */
  readonly work: Work;
  /** Something is being added or updated already. */
  readonly busy: boolean;
  /** Hosts that are given back with it. */
  readonly frees: readonly string[];
  readonly onSwitch: (on: boolean) => void;
  /** In the reader's click. */
  readonly onUpdate: (address: string) => void;
  readonly onSchedule: (schedule: Schedule) => void;
  readonly onCancel: () => void;
  readonly onRollBack: () => void;
  readonly onRemove: () => void;
  readonly onPublishersOff: (off: readonly string[]) => void;
}

export function SourceEntry(props: SourceEntryProps) {
  const { source, on, work, busy, frees } = props;
  const { title, address, schedule, current, previous, failed, publishersOff } = source;
  const [removing, setRemoving] = useState(false);
  const key = useFingerprint(source.key);
  return (
    <li class="source-entry">
      <Switch
        label={<bdi>{title}</bdi>}
        description={<bdi>{summaryOf(source)}</bdi>}
        checked={on}
        onChange={props.onSwitch}
      />
      {failed !== undefined && work.state === 'idle' && (
        <p class="problem" dir="auto">
          {failed}
        </p>
      )}
      <div class="actions">
        {address !== undefined && (
          <>
            <button
              type="button"
              class="button"
              aria-label={WORDS.updateLabel(title)}
              aria-disabled={busy}
              onClick={() => !busy && props.onUpdate(address)}
            >
              {WORDS.updateNow}
            </button>
            <Often
              value={schedule}
              label={WORDS.often}
              spoken={WORDS.oftenLabel(title)}
              onChange={props.onSchedule}
            />
          </>
        )}
        {previous && (
          <button type="button" class="button" onClick={props.onRollBack}>
            {WORDS.rollBack(sayDate(dayOf(previous)))}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={WORDS.removeLabel(title)}
          aria-expanded={removing}
          onClick={() => setRemoving(!removing)}
        >
          {WORDS.remove}
        </button>
      </div>
      <Progress work={work} onCancel={props.onCancel} />
      {removing && (
        <Removing source={source} frees={frees} onYes={props.onRemove} onNo={() => setRemoving(false)} />
      )}
      <Fold title={WORDS.details}>
        <FactList facts={factsOf(source, key)} />
      </Fold>
      <Fold title={WORDS.report}>
        <Records edition={current} />
      </Fold>
      {current.publishers.length > 1 && (
        <Fold
          title={`${counted(current.publishers.length, 'publisher', 'publishers')}${publishersOff.length > 0 ? `, ${publishersOff.length} off` : ''}`}
        >
          <PublisherFilter source={source} onOff={props.onPublishersOff} />
        </Fold>
      )}
    </li>
  );
}
