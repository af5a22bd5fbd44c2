/**
 * Where the two scripts of a frame meet: in the extension's own world of that frame, under a name that no page can
 * reach or clobber. The script that reads is in every frame; the one that draws comes with the first match.
 */
import type { CardInfo } from '../../lib/messages/calls';
import type { Settings } from '../../lib/store/settings';
import type { Sighting } from './sightings';

/** Draws marks in one frame. */
export interface Painter {
  /** Replaces all marks; those of sightings without a card are left out. */
  show(
    sightings: readonly Sighting[],
    cards: ReadonlyMap<string, CardInfo>,
    loudness: Settings['loudness'],
  ): void;
  /** Scrolls to a mark and focuses its badge; false if it is not drawn. */
  focus(key: string): boolean;
  /** Focuses the next (or previous) badge, with `enter` the first (or last); false if there is none. */
  step(forward: boolean, enter: boolean): boolean;
}

/** Starts a painter that ends with `signal`; `onFailure` hears of calls that nobody answered. */
export type StartPainter = (onFailure: (error: unknown) => void, signal: AbortSignal) => Painter;

interface World {
  /** The life of the script that reads here; aborted once it was cut off. */
  life?: AbortSignal;
  startPainter?: StartPainter;
}

const NAME = Symbol.for('factmark');
const global = globalThis as { [NAME]?: World };
global[NAME] ??= {};

export const world: World = global[NAME];
