/**
 * Checks that changed since the reader opened them and that no one told of yet. Shown once: then they count as told. None
 * where the reader does not want to be told.
 */
import { useEffect, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import type { StoredChange } from '../../lib/store/database';

export interface Changes {
  readonly untold: readonly StoredChange[];
  /** The reader has seen them, and moves on. */
  readonly done: () => void;
}

const NONE: readonly StoredChange[] = [];

/** `wanted`: the reader wants to be told; undefined while that is not known. */
export function useChanges(wanted: boolean | undefined): Changes {
  const [all, setAll] = useState(NONE);
  useEffect(() => {
    void panel.changes().then(
      (changes) => setAll(changes.filter((change) => !change.told)),
      // The list of what is on the page matters more; the next popup asks again.
      () => {},
    );
  }, []);
  const untold = wanted ? all : NONE;
  const tell = () => {
    if (untold.length === 0) return;
    void panel.changesTold({ ids: untold.map(({ id }) => id) }).catch(() => {});
  };
  useEffect(() => {
    // A popup that closes was read.
    addEventListener('pagehide', tell);
    return () => removeEventListener('pagehide', tell);
  }, [untold]);
  return {
    untold,
    done: () => {
      tell();
      setAll(NONE);
    },
  };
}
