/**
 * A language that nobody speaks, made of English: letters with accents, texts about 40 % longer, between brackets. In a
 * page that speaks it, what is not in brackets was never given to translators, and what ends without one was cut off.
 *
 *   node tests/support/pseudo.ts FOLDER [LANGUAGE]
 *
 * writes over `_locales/LANGUAGE/messages.json` (default `en`) of a built extension in FOLDER.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúyýcçnñsšzžAÁEÉIÍOÓUÚYÝCÇNÑSŠZŽ'].reduce<[string, string][]>((pairs, letter, i, all) => {
    if (i % 2 === 0) pairs.push([letter, all[i + 1] ?? letter]);
    return pairs;
  }, []),
);

/** “Not now” → “[Ñót ñów ~~~]”; `$1` stays. */
export function pseudo(text: string): string {
  const said = text.replace(/\$\d|[a-z]/gi, (found) => ACCENTS[found] ?? found);
  return `[${said} ${'~'.repeat(Math.max(2, Math.round(text.length * 0.4)))}]`;
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder = '.output/chrome-mv3', language = 'en'] = process.argv;
  const path = resolve(folder, '_locales', language, 'messages.json');
  const texts: Record<string, { message: string }> = JSON.parse(readFileSync(path, 'utf8'));
  // What names the language is no text; manifests have bounds.
  for (const [key, { message }] of Object.entries(texts))
    if (!key.startsWith('ext_')) texts[key] = { message: pseudo(message) };
  writeFileSync(path, JSON.stringify(texts));
}
