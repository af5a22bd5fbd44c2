/** Tests in a browser speak English, or what `speak` says, from the files themselves. */
import { sayWith, wordsOf } from '../../lib/words';

const files = import.meta.glob<Record<string, string>>('../../lib/words/*/*.json', {
  eager: true,
  import: 'default',
});

/** From now on this page speaks `language`, as a reader whose own language tag is `wanted` would hear it. */
export function speak(language: string, wanted: string = language): void {
  const all: Record<string, string> = {};
  for (const [path, words] of Object.entries(files))
    if (path.includes(`/words/${language}/`)) Object.assign(all, words);
  sayWith(wordsOf(all), wanted);
}

speak('en', 'en-GB');
