/** Before a source is removed: what goes with it, and the reader's yes or no. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { sayBytes } from '../../../components/dates';
import { sayHolds } from '../../../lib/store/say-holds';
import type { StoredSource } from '../../../lib/store/source';
import { say } from '../../../lib/words';
import { roomOf } from './room';
import { titleOf } from './saying';

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
  return (
    <section class="ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h4 id={`${id}-title`}>
        <bdi>{say('library_remove_title', titleOf(source))}</bdi>
      </h4>
      <p id={`${id}-what`}>
        {[
          say('library_remove_goes', sayHolds(source.current), sayBytes(roomOf(source).all)),
          ...hosts.map((host) => say('library_remove_host', host)),
          say('library_remove_again'),
        ].join(' ')}
      </p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={busy} onClick={onYes}>
          {say(busy ? 'library_removing' : 'library_remove_yes')}
        </button>
        <button ref={no} type="button" class="button" aria-disabled={busy} onClick={() => !busy && onNo()}>
          {say('library_remove_no')}
        </button>
      </div>
    </section>
  );
}
