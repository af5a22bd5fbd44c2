/** Workers of our pages have no extension API: they read our own words from the package, in the page's language. */
import { parted, sayWith, wordsOf } from '../../lib/words';

/** The language that is complete whatever happens. */
const SPARE = 'en';

/**
 * To be waited for before a worker says anything. `language`: folder of `_locales`; `locale`: tag for numbers. Where its
 * file can't be read the worker speaks English; where nothing can be read, it names what it would say. Never rejects.
 */
export async function speakInWorker(language: string, locale: string): Promise<void> {
  for (const name of new Set([language, SPARE])) {
    try {
      sayWith(wordsOf(await textsOf(name)), locale);
      return;
    } catch (error) {
      console.warn(`factmark: the words of ${name} can't be read. ${String(error)}`);
    }
  }
}

/** Texts by key, as the build writes them (`wxt.config.ts`). */
async function textsOf(language: string): Promise<Record<string, string>> {
  const response = await fetch(`/_locales/${encodeURIComponent(language)}/messages.json`);
  const entries = (await response.json()) as Readonly<Record<string, { readonly message: string }>>;
  const { ext_language: own, words } = entries;
  // `$$` is how an entry says `$`.
  return { ext_language: own?.message ?? '', ...parted(words?.message.replaceAll('$$', '$') ?? '') };
}
