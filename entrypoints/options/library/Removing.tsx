/** Before a source is removed: what goes with it, and the reader's yes or no. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { sayBytes } from '../../../components/dates';
import type { StoredSource } from '../../../lib/store/source';
import { roomOf } from './room';
import { sayHolds, titleOf } from './saying';
import { WORDS } from './words';

export interface RemovingProps {
  readonly source: StoredSource;
  /** Hosts that no other source is on. */
  readonly hosts: readonly string[];
  /** The reader said yes, and it is being done. */
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Removing({ source, hosts, busy, onYes, onNo }: RemovingProps) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const { title, goes, host, again, yes, doing, no: keep } = WORDS.removing;
  return (
    <section class="ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h4 id={`${id}-title`}>
        <bdi>{title(titleOf(source))}</bdi>
      </h4>
      <p id={`${id}-what`}>
        {[goes(sayHolds(source.current), sayBytes(roomOf(source).all)), ...hosts.map(host), again].join(' ')}
      </p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={busy} onClick={onYes}>
          {busy ? doing : yes}
        </button>
        <button ref={no} type="button" class="button" aria-disabled={busy} onClick={() => !busy && onNo()}>
          {keep}
        </button>
      </div>
    </section>
  );
}
