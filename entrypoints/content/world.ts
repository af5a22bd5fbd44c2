/**
 * Where the two scripts of a frame meet: in the extension's own world of that frame, under a name that no page can
 * reach or clobber. The script that reads is in every frame; the one that draws comes with the first match.
 */
import type { CardInfo } from '../../lib/messages/calls';
import type { Look } from './look';
import type { Sighting } from './sightings';

/** Draws marks in one frame. */
export interface Painter {
  /** Replaces all marks; those of sightings without a card are left out. */
  show(sightings: readonly Sighting[], cards: ReadonlyMap<string, CardInfo>, look: Look): void;
  /** Scrolls to a mark and focuses its badge; false if it is not drawn. */
  focus(key: string): boolean;
  /** Focuses the next (or previous) badge, with `enter` the first (or last); false if there is none. */
  step(forward: boolean, enter: boolean): boolean;
}

/** What a painter is given. */
export interface PainterWorld {
  /** Day of the article as the page tells it now, YYYY-MM-DD or ''. */
  readonly published: () => string;
  /** Is this a site, which can be switched off? Not a page of ours. */
  readonly isSite: boolean;
  /** Where our element is to stand on a page of ours: Tab comes to its badges from there. Elsewhere at the body's end. */
  readonly home?: () => Element;
  /** Hears of calls that nobody answered. */
  readonly onFailure: (error: unknown) => void;
}

/** Starts a painter that ends with `signal`. */
export type StartPainter = (from: PainterWorld, signal: AbortSignal) => Painter;

interface World {
  /** The life of the script that reads here; aborted once it was cut off. */
  life?: AbortSignal;
  startPainter?: StartPainter;
}

const NAME = Symbol.for('factmark');
const global = globalThis as { [NAME]?: World };
global[NAME] ??= {};

export const world: World = global[NAME];
