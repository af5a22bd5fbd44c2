/** A search as the reader types: the newest text is asked for, one at a time; what was found before stays until then. */
import { useRef, useState } from 'preact/hooks';
import type { SearchHit } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';

/** Hits shown at most. */
const MOST = 20;

export interface FindState {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly state: 'idle' | 'searching' | 'done' | 'lost';
  /** There may be more. */
  readonly full: boolean;
  readonly onText: (text: string) => void;
  /** Makes the background ready, so that the first letter is answered at once. */
  readonly prepare: () => void;
}

interface Answered {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly lost: boolean;
}

const NOTHING: Answered = { text: '', hits: [], lost: false };

export function useFind(): FindState {
  const [text, setText] = useState('');
  const [answered, setAnswered] = useState(NOTHING);
  const newest = useRef('');
  const asking = useRef(false);
  /** While one text is looked for, others only take each other's place: the background never has more than one. */
  const ask = async () => {
    if (asking.current) return;
    asking.current = true;
    for (let asked: string | undefined; asked !== newest.current.trim(); ) {
      asked = newest.current.trim();
      if (asked === '') setAnswered(NOTHING);
      else
        setAnswered(
          await panel.search({ text: newest.current.trimStart(), most: MOST }).then(
            (hits) => ({ text: asked ?? '', hits, lost: false }),
            () => ({ text: asked ?? '', hits: [], lost: true }),
          ),
        );
    }
    asking.current = false;
  };
  const onText = (next: string) => {
    newest.current = next;
    setText(next);
    void ask();
  };
  const wanted = text.trim();
  const state =
    wanted === '' ? 'idle' : answered.text !== wanted ? 'searching' : answered.lost ? 'lost' : 'done';
  return {
    text,
    hits: answered.hits,
    state,
    full: answered.hits.length >= MOST,
    onText,
    prepare: () => void panel.search({ text: '', most: 1 }).catch(() => {}),
  };
}
