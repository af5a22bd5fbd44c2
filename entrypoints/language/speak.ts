/** Our words are the browser's, in the reader's language. Every script and page of ours says so before it says anything. */
import { browser } from '../../lib/browser';
import { direction, locale, sayWith } from '../../lib/words';

/** For scripts: to be called when they start. */
export function speak(): void {
  sayWith((key, values) => {
    try {
      return browser.i18n.getMessage(key, [...values]);
    } catch {
      // A script whose extension is gone has no words any more.
      return '';
    }
  }, browser.i18n.getUILanguage());
}

/** For pages: and tells the page which language it is in, and which way that runs. */
export function speakOnPage(): void {
  speak();
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
