/** The words' files and the code that says them, for the tests of both. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const WORDS = resolve(ROOT, 'lib/words');

/** Folders of languages, English first. */
export const languages = readdirSync(WORDS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));

/** Names of a language's files. */
export const filesOf = (language: string): string[] => readdirSync(resolve(WORDS, language)).sort();

/** A file of a language as its text. */
export const textOf = (language: string, file: string): string =>
  readFileSync(resolve(WORDS, language, file), 'utf8');

/** The texts of a file by key, without what is said to translators. */
export function entriesOf(language: string, file: string): Map<string, string> {
  const all: Record<string, string> = JSON.parse(textOf(language, file));
  return new Map(Object.entries(all).filter(([key]) => key !== '//'));
}

/** All texts of a language by key. */
export const all = (language: string): Map<string, string> =>
  new Map(filesOf(language).flatMap((file) => [...entriesOf(language, file)]));

/** `$1` to `$9` as they stand in a text, each once, in order. */
export const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g))].sort();

/** Code that is ours: every `.ts` and `.tsx` of these folders, by path from the root. */
export function sources(...folders: string[]): Map<string, string> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const paths = listed.split('\n').filter((f) => /\.tsx?$/.test(f) && existsSync(resolve(ROOT, f)));
  return new Map(paths.map((path) => [path, readFileSync(resolve(ROOT, path), 'utf8')]));
}

/** A file of the project as its text. */
export const file = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** Categories of plurals (CLDR). */
const FORM = /^(.*)_(zero|one|two|few|many|other)$/;

/**
 * The keys that are said with a count, without their form: those with `_other` in English. A key whose last word only
 * looks like a form is none.
 */
export const countKeys = new Set(
  [...all('en').keys()].flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : [])),
);

/** The key and form of a key that is said with a count; undefined of any other. */
export function formOf(
  key: string,
): { readonly base: string; readonly form: Intl.LDMLPluralRule } | undefined {
  const [, base = '', form = ''] = FORM.exec(key) ?? [];
  return countKeys.has(base) ? { base, form: form as Intl.LDMLPluralRule } : undefined;
}
