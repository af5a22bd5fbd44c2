/** Tests in a browser speak English, or what `speak` says, from the files themselves. */
import { sayWith } from '../../lib/words';

const files = import.meta.glob<Record<string, string>>('../../lib/words/*/*.json', {
  eager: true,
  import: 'default',
});

/** From now on this page speaks `language`, as a reader whose own language tag is `wanted` would hear it. */
export function speak(language: string, wanted: string = language): void {
  const all: Record<string, string> = {};
  for (const [path, words] of Object.entries(files))
    if (path.includes(`/words/${language}/`)) Object.assign(all, words);
  sayWith(
    (key, values) => (all[key] ?? '').replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? ''),
    wanted,
  );
}

speak('en', 'en-GB');
