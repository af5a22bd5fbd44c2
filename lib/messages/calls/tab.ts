/** background, panels → content script of a frame of a tab. */
import type { TabView } from './views';

export interface TabCalls {
  /** What the content script knows of its frame. */
  status(): TabView;
  /** Scroll to a marked sentence and focus its badge; false if the sentence is gone. */
  reveal(query: { key: string }): boolean;
  /**
   * The keyboard command: moves the focus to the next or previous badge of the frame; with `enter` to its first or
   * last. False if there is none (left): the command goes on in another frame.
   */
  step(query: { forward: boolean; enter: boolean }): boolean;
  /** What was decided has changed for this tab alone: asks anew whether the page is read, and about everything in it. */
  askAgain(): void;
  /** The words of the link that the reader last opened a context menu on, if it leads to `href`; else ''. */
  linkText(query: { href: string }): string;
}
