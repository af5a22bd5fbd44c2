/**
 * A language that nobody speaks, made of English: letters with accents, texts about 40 % longer, between brackets. In a
 * page that speaks it, what is not in brackets was never given to translators, and what ends without one was cut off.
 *
 *   npx tsx tests/support/pseudo.ts FOLDER [LANGUAGE]
 *
 * makes `_locales/LANGUAGE` (default `en`; `he` to look from right to left) of the built extension in FOLDER, to be tried
 * with `FACTMARK_EXTENSION=FOLDER`. Make a copy of the build first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { joined, parted } from '../../lib/words';

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúyýcçnñsšzžAÁEÉIÍOÓUÚYÝCÇNÑSŠZŽ'].reduce<[string, string][]>((pairs, letter, i, all) => {
    if (i % 2 === 0) pairs.push([letter, all[i + 1] ?? letter]);
    return pairs;
  }, []),
);

/** “Not now” → “[Ñót ñów ~~~]”; `$1` stays. */
export function pseudo(text: string): string {
  const said = text.replace(/\$\d|[a-z]/gi, (found) => ACCENTS[found] ?? found);
  return `[${said} ${'~~~~ '.repeat(Math.max(1, Math.round(text.length * 0.08))).trim()}]`;
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder = '', language = 'en'] = process.argv;
  const locales = resolve(folder, '_locales');
  const texts: Record<string, { message: string }> = JSON.parse(
    readFileSync(resolve(locales, 'en/messages.json'), 'utf8'),
  );
  // What the manifest says has bounds, and stays.
  const words = Object.entries(parted(texts.words?.message ?? ''));
  texts.words = { message: joined(words.map(([name, text]) => [name, pseudo(text)])) };
  texts.ext_language = { message: language };
  mkdirSync(resolve(locales, language), { recursive: true });
  writeFileSync(resolve(locales, language, 'messages.json'), JSON.stringify(texts));
}
