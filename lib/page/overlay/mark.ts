/** What the overlay draws: a marked sentence of a block. */
import type { Block } from '../read/blocks';

export interface Mark {
  /** Stays the same while the sentence stays on the page. */
  readonly key: string;
  readonly block: Block;
  /** Offsets of the marked words into `block.text`. */
  readonly start: number;
  readonly end: number;
  /** `data-*` attributes of its underlines, as `name=value` pairs apart by spaces: tone, stance, loudness. */
  readonly style: string;
  /** Makes the badge, a focusable element; called when the mark comes near the viewport. */
  readonly badge: () => HTMLElement;
  readonly onHover: (anchor: HTMLElement, inside: boolean) => void;
}
