/** Before a source is removed: what goes with it, and the reader's yes or no. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { sayBytes } from '../../../components/dates';
import type { StoredSource } from '../../../lib/store/source';
import { roomOf } from './room';
import { sayHolds } from './saying';
import { WORDS } from './words';

export interface RemovingProps {
  readonly source: StoredSource;
  /** Hosts that no other source needs. */
  readonly frees: readonly string[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Removing({ source, frees, onYes, onNo }: RemovingProps) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const { title, goes, host, again, yes, no: keep } = WORDS.removing;
  return (
    <section class="ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h4 id={`${id}-title`}>
        <bdi>{title(source.title)}</bdi>
      </h4>
      <p id={`${id}-what`}>
        {[goes(sayHolds(source.current), sayBytes(roomOf(source).all)), ...frees.map(host), again].join(' ')}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={onYes}>
          {yes}
        </button>
        <button ref={no} type="button" class="button" onClick={onNo}>
          {keep}
        </button>
      </div>
    </section>
  );
}
