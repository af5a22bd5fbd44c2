/**
 * Languages by their tags. A language is named by its ISO 639 code as BCP 47 writes it (`es` for `es-MX`, `spa` and
 * `ES_mx`), and not by one of a closed list: claims in Dutch must not meet passages in Swedish, though there are rules
 * for neither.
 */

/** Primary language subtag, lower case. */
export type Language = string;

/** A text whose language is not known, though it is known not to be what its tag says. */
export const UNDETERMINED: Language = 'und';

/** Tags that name no one language. */
const NONE = new Set(['und', 'mul', 'zxx', 'mis', 'root']);

/** Most tags remembered: a page could make up a new one for each block. */
const MOST = 1_000;
const known = new Map<string, Language | undefined>();
const scripts = new Map<Language, string | undefined>();

/** The language that a BCP 47 tag names, in its canonical form; undefined if it names none. */
export function languageOf(tag: string | undefined): Language | undefined {
  if (tag === undefined || tag === '' || tag.length > 64) return undefined;
  if (known.has(tag)) return known.get(tag);
  const language = canonical(tag);
  if (known.size >= MOST) known.clear();
  known.set(tag, language);
  return language;
}

function canonical(tag: string): Language | undefined {
  try {
    const { language } = new Intl.Locale(tag.trim().replaceAll('_', '-'));
    // Up to eight letters are a subtag by syntax; only two or three of them are a code.
    return language.length > 3 || NONE.has(language) ? undefined : language;
  } catch {
    return undefined;
  }
}

/** The script a language is most likely written in, as ISO 15924 names it (`Latn`, `Cyrl`, `Jpan`). */
export function scriptOf(language: Language): string | undefined {
  if (scripts.has(language)) return scripts.get(language);
  let script: string | undefined;
  try {
    script = new Intl.Locale(language).maximize().script;
  } catch {
    script = undefined;
  }
  if (scripts.size >= MOST) scripts.clear();
  scripts.set(language, script);
  return script;
}
