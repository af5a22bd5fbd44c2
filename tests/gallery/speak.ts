/** The gallery's words: those of the language asked for, or English that runs the way that language does. */
import { sayWith, wordsOf } from '../../lib/words';

const files = import.meta.glob<Record<string, string>>('../../lib/words/*/*.json', {
  eager: true,
  import: 'default',
});

const wordsIn = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(files).flatMap(([path, words]) =>
      path.includes(`/words/${language}/`) ? [words] : [],
    ),
  );

export function speak(language: string): void {
  const own = wordsIn(language);
  const words = 'ext_language' in own ? own : { ...wordsIn('en'), ext_language: language };
  sayWith(wordsOf(words), language === 'en' ? 'en-GB' : language);
}
