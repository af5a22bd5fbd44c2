/** Words from texts that are read as they stand in their files, where no browser puts the values in. */
import type { Words } from './say';

/** The words of `texts`, by key; a key that has none says ''. */
export const wordsOf =
  (texts: Readonly<Record<string, string>>): Words =>
  (key, values) =>
    (Object.hasOwn(texts, key) ? (texts[key] ?? '') : '').replace(
      /\$(\d)/g,
      (_, n) => values[Number(n) - 1] ?? '',
    );
