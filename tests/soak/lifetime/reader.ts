/** What a reader does with a browser, in the same words for Chromium and Firefox; and what only a test can do to it. */
import type { BrowserName } from '../part';

/** A tab that was opened; what it is called by its browser is the browser's affair. */
export interface Tab {
  readonly key: string;
}

export interface Reader {
  readonly name: BrowserName;
  /** Folder of the profile. */
  readonly profile: string;
  /** Scheme and host of the extension's own pages. */
  readonly origin: string;
  /** Opens an address in a tab of the first window or in a window of its own, and waits for it to load. */
  open(url: string, own?: 'tab' | 'window'): Promise<Tab>;
  go(tab: Tab, url: string): Promise<void>;
  /** Brings a tab to the front of its window. */
  front(tab: Tab): Promise<void>;
  close(tab: Tab): Promise<void>;
  /** Evaluates an expression in the page as its own scripts would; promises are awaited. */
  run<T>(tab: Tab, expression: string): Promise<T>;
  /** Evaluates an expression in which `root` is the overlay's closed root or null, and `document` the page's. */
  look<T>(tab: Tab, expression: string): Promise<T>;
  /** Moves the pointer there, in pixels of the viewport; `click` presses its button, too. */
  point(tab: Tab, x: number, y: number, click: boolean): Promise<void>;
  /** All words of the popup that the button in the toolbar opens over the tab in front; closes it again. */
  popup(): Promise<string>;
  /** Ends the background as the browser may at any moment; was it running? */
  kill(): Promise<boolean>;
  /** Errors and warnings since last asked: of pages, scripts and background. */
  complaints(): Promise<readonly string[]>;
  end(): Promise<void>;
}
