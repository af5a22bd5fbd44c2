/** What panels see of a tab. */
import type { OffReason, PageMatch } from './page';

/** A sentence found in a tab: `key` identifies it there, `mark` within its frame. */
export interface TabMatch extends PageMatch {
  readonly frame: number;
  readonly mark: string;
}

/** A frame, as its content script tells, or a tab with all its frames. `unreadable` pages (the browser's own, stores) never get a content script. */
export type TabView<M extends PageMatch = PageMatch> =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'off'; readonly host: string; readonly why: OffReason }
  | { readonly kind: 'waiting'; readonly host: string }
  | {
      readonly kind: 'read';
      readonly host: string;
      readonly report: { readonly words: number; readonly matches: readonly M[] };
    };
