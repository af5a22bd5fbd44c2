/** The words' files hold just what the code says: every key is there, every key is used, each stands in its own file. */
import { describe, expect, it } from 'vitest';
import { all, entriesOf, file, filesOf, formOf, languages, sources, textOf } from './support';

/**
 * Keys that are made in the code, as `say(\`library_doing_${doing}\`)`: what stands before the value, and after it.
 * Whoever adds one here says which values there are, in the type of the value or beside it.
 */
const MADE = /`([a-z]+(?:_[A-Za-z0-9]+)*_)\$\{[^}]*\}((?:_[a-z_]+)?)`/g;

const code = sources('components', 'entrypoints', 'lib');
/** Without comments, in which keys stand as examples. */
const texts = [...code.values(), file('wxt.config.ts')].map((text) => text.replace(/\/\*[\s\S]*?\*\//g, ''));
const written = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/(?:['"`]|__MSG_)([a-z]+_[A-Za-z0-9_]+?)(?:['"`]|__)/g)].map(
      ([, key]) => key as string,
    ),
  ),
);
const made = texts.flatMap((text) =>
  [...text.matchAll(MADE)].map(([, start = '', end = '']) => ({ start, end })),
);
const english = all('en');
const prefixes = new Set(filesOf('en').map((name) => name.replace(/\.json$/, '')));

const isMade = (key: string) =>
  made.some(
    ({ start, end }) => key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length,
  );

describe('keys', () => {
  it('are found in the code', () => expect(written.size).toBeGreaterThan(100));

  it('that the code names are in the English files', () => {
    const wanted = texts.flatMap((text) =>
      [
        ...text.matchAll(
          /\b(?:say|sayCount|piecesOf)\(\s*['"]([A-Za-z0-9_@]+)['"]|\bof=['"]([a-z]+_[A-Za-z0-9_@]+)['"]/g,
        ),
      ].map(([, said, of]) => (said ?? of) as string),
    );
    expect(wanted.filter((key) => !english.has(key) && !english.has(`${key}_other`))).toEqual([]);
  });

  it('that the code makes have texts', () =>
    expect(
      made.filter(
        ({ start, end }) =>
          prefixes.has(start.split('_')[0] as string) &&
          ![...english.keys()].some(
            (key) => key.startsWith(start) && (formOf(key)?.base ?? key).endsWith(end),
          ),
      ),
    ).toEqual([]));

  it('are all used', () => {
    const unused = [...english.keys()].filter((key) => {
      const base = formOf(key)?.base ?? key;
      return !written.has(base) && !isMade(base);
    });
    expect(unused, 'nothing says these; take them out of the files of every language').toEqual([]);
  });
});

describe.each(languages)('the files of %s', (language) => {
  it('hold keys that begin with the name of their file', () => {
    const astray = filesOf(language).flatMap((name) =>
      [...entriesOf(language, name).keys()].filter(
        (key) => !key.startsWith(`${name.replace(/\.json$/, '')}_`),
      ),
    );
    expect(astray).toEqual([]);
  });

  it('hold names that browsers take', () =>
    expect([...all(language).keys()].filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]));

  it('say no key twice', () => {
    // JSON takes the last of two without a word.
    const twice = filesOf(language).flatMap((name) => {
      const keys = [...textOf(language, name).matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key);
      return keys.filter((key, i) => keys.indexOf(key) !== i);
    });
    expect(twice).toEqual([]);
  });

  it('tell translators first what they are for', () => {
    const silent = filesOf(language).filter((name) => !/^\s*\{\s*"\/\/": "[^"]/.test(textOf(language, name)));
    expect(silent.filter((name) => entriesOf(language, name).size > 0)).toEqual([]);
  });
});
