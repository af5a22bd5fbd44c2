/** A text of ours with elements in it: `<Say of="card_checked" values={[<time>…</time>]} />`. */
import type { ComponentChildren } from 'preact';
import { piecesOf, type WordKey } from '../lib/words';

export interface SayProps {
  readonly of: WordKey;
  /** What stands for `$1` to `$9`, in the order that the language puts them. */
  readonly values: readonly ComponentChildren[];
}

export function Say({ of, values }: SayProps) {
  return (
    <>{piecesOf(of, values.length).map((piece) => (typeof piece === 'number' ? values[piece] : piece))}</>
  );
}
