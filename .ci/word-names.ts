/**
 * Short names for our words in what is built: `library_failed_address` is said in one place, but stands in six
 * languages, and names are what a zip can make least of. Code and `_locales` of one build get the same ones.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where words are said. */
const ROOMS = ['components', 'entrypoints', 'lib'];
const FORM = /_(zero|one|two|few|many|other)$/;
/** Names that code makes of a beginning and a value, as `say(\`library_doing_${doing}\`)`. */
const MADE = /`([a-z]+_(?:\w+_)?)\$\{/g;
const QUOTED = /(["'`])([a-z]+_\w+)\1/g;

/** `english`: all names of the English files, in their order. The manifest's own (`ext_…`) stay as they are. */
export function wordNames(root: string, english: readonly string[]) {
  const known = new Set(english);
  const plural = (name: string) => {
    const base = name.replace(FORM, '');
    return known.has(`${base}_other`) ? base : name;
  };
  const short = new Map<string, string>();
  const shorten = (name: string) => {
    if (!short.has(name)) short.set(name, `w${short.size.toString(36)}`);
  };
  const beginnings = beginningsIn(root, english);
  const beginningOf = (name: string) => beginnings.find((beginning) => name.startsWith(beginning));
  for (const name of english) if (!name.startsWith('ext_')) shorten(beginningOf(name) ?? plural(name));

  /** The short name of a word, of a form of it, or of what its forms have in common. */
  const of = (name: string): string => {
    const beginning = beginningOf(name);
    // The line under it keeps a beginning and its value apart from the names that are counted.
    if (beginning !== undefined) return `${short.get(beginning)}_${name.slice(beginning.length)}`;
    const base = plural(name);
    return (short.get(base) ?? base) + name.slice(base.length);
  };
  const isName = (text: string) => known.has(text) || known.has(`${text}_other`);
  return {
    of,
    plugin: () => ({
      name: 'word-names',
      enforce: 'pre' as const,
      transform: {
        filter: { id: new RegExp(`/(${ROOMS.join('|')})/.*\\.tsx?$`) },
        handler(code: string) {
          const shortened = code
            .replace(QUOTED, (all, quote, text) => (isName(text) ? quote + of(text) + quote : all))
            .replace(MADE, (all, beginning) =>
              short.has(beginning) ? `\`${short.get(beginning)}_\${` : all,
            );
          // Each line is still that line.
          return { code: shortened, map: null };
        },
      },
    }),
  };
}

/** What made names of `english` begin with, anywhere in the code; the longest first. */
function beginningsIn(root: string, english: readonly string[]): string[] {
  const found = new Set<string>();
  for (const room of ROOMS)
    for (const file of readdirSync(resolve(root, room), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file))
        for (const [, beginning = ''] of readFileSync(resolve(root, room, file), 'utf8').matchAll(MADE))
          if (english.some((name) => name.startsWith(beginning))) found.add(beginning);
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
