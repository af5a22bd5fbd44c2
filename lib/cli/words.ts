/** The words of a language on Node, read from their files; the command line speaks English. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sayWith, wordsOf } from '../words';

const ROOT = resolve(import.meta.dirname, '../words');

/** All texts of a language by key. */
export function textsOf(language: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of readdirSync(resolve(ROOT, language)).sort())
    Object.assign(all, JSON.parse(readFileSync(resolve(ROOT, language, file), 'utf8')));
  delete all['//'];
  return all;
}

/** From now on this process speaks `language`, as a reader whose own language tag is `wanted` would hear it. */
export function speak(language: string, wanted: string = language): void {
  sayWith(wordsOf(textsOf(language)), wanted);
}
