/** Our words are the browser's, in the reader's language. Every script and page of ours says so before it says anything. */
import { browser } from '../../lib/browser';
import { direction, locale, parted, sayWith, type Words, wordsOf } from '../../lib/words';

/** For scripts: to be called when they start. */
export function speak(): void {
  let words: Words | undefined;
  sayWith((key, values) => {
    // Words of the manifest are entries of their own, which say the language before anything else is asked for.
    if (key.startsWith('ext_')) return textOf(key);
    words ??= wordsOf(parted(textOf('words')));
    return words(key, values);
  }, browser.i18n.getUILanguage());
}

function textOf(entry: string): string {
  try {
    return browser.i18n.getMessage(entry);
  } catch {
    // A script whose extension is gone has no words any more.
    return '';
  }
}

/** For pages: and tells the page which language it is in, and which way that runs. */
export function speakOnPage(): void {
  speak();
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
