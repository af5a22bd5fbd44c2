/** The house keeps its walls: who may import whom, what stands at the top level, how long a file may get. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((f) => f !== '');

/** Rooms, longest path first. `imports`: values and types; `types`: types only; `packages`: from npm or Node. */
const ROOMS: Record<string, { imports: string[]; types: string[]; packages: RegExp }> = {
  'lib/words': { imports: [], types: [], packages: /^$/ },
  'lib/claims': { imports: ['lib/words'], types: [], packages: /^(valibot|@streamparser\/json(\/.*)?)$/ },
  'lib/match': {
    imports: ['lib/words'],
    types: ['lib/claims'],
    packages: /^@orama\/(stemmers|stopwords)\/\w+$/,
  },
  'lib/page': { imports: [], types: ['lib/match'], packages: /^$/ },
  'lib/messages': {
    imports: ['lib/browser'],
    types: ['lib/claims', 'lib/match', 'lib/store'],
    packages: /^$/,
  },
  'lib/store': {
    imports: ['lib/browser', 'lib/claims', 'lib/match', 'lib/words'],
    types: [],
    packages: /^(idb|valibot)$/,
  },
  'lib/cli': {
    imports: ['lib/claims', 'lib/match', 'lib/words'],
    types: [],
    packages: /^(node:.*|parse5|syllable|flesch-kincaid)$/,
  },
  'lib/browser': { imports: [], types: [], packages: /^webextension-polyfill$/ },
  components: {
    imports: ['lib/claims/citations', 'lib/claims/lookalike', 'lib/words'],
    types: ['lib/claims', 'lib/match'],
    packages: /^(preact(\/.*)?|lucide)$/,
  },
  entrypoints: {
    imports: [
      'components',
      'lib/browser',
      'lib/claims',
      'lib/match',
      'lib/page',
      'lib/messages',
      'lib/store',
      'lib/words',
    ],
    types: [],
    packages: /^(preact(\/.*)?|lucide|wxt\/.*|\/marks\.js)$/,
  },
};

const TOP = new Set(
  '.ci .gitattributes .github .gitignore CHANGELOG.md CODE_OF_CONDUCT.md CONTRIBUTING.md LICENSE README.md SECURITY.md biome.json components docs entrypoints lib package-lock.json package.json playwright.config.ts playwright.firefox.config.ts public store tests tsconfig.json tsconfig.pure.json vitest.config.ts wxt.config.ts'.split(
    ' ',
  ),
);

/** Files past this are two things. */
const MOST_LINES = 250;

const isSource = (f: string) => /\.(ts|tsx)$/.test(f) && /^(lib|components|entrypoints)\//.test(f);
const roomOf = (path: string) =>
  Object.keys(ROOMS).find((room) => path === room || path.startsWith(`${room}/`) || `${path}.ts` === room);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(resolve(ROOT, file), 'utf8');
  const named = text.matchAll(
    /^(?:import|export)\s+(type\s+)?((?:[\w$*\s,]|\{[^}]*\})*?)\s*from\s+'([^']+)'/gm,
  );
  const bare = text.matchAll(/(?:^import\s+|\bimport\()'([^']+)'/gm);
  const allTypes = /^\{(\s*type\s+[\w$]+(\s+as\s+[\w$]+)?\s*,?)+\s*\}$/;
  return [
    ...[...named].map(([, type, names, target]) => ({
      file,
      target: target as string,
      typeOnly: type !== undefined || allTypes.test((names as string).trim()),
    })),
    ...[...bare].map(([, target]) => ({ file, target: target as string, typeOnly: false })),
  ];
}

describe('walls', () => {
  const imports = tracked.filter(isSource).flatMap(importsOf);

  it('sees the imports', () => expect(imports.length).toBeGreaterThan(100));

  it.each(Object.keys(ROOMS))('%s imports only what it may', (name) => {
    const room = ROOMS[name];
    if (!room) throw new Error(name);
    const breaches = imports
      .filter((i) => roomOf(i.file) === name)
      .filter(({ file, target, typeOnly }) => {
        if (!target.startsWith('.')) return !room.packages.test(target);
        const path = relative(ROOT, resolve(ROOT, dirname(file), target.replace(/\?inline$/, '')));
        const other = roomOf(path);
        if (other === name) return false;
        const may = [...room.imports, ...(typeOnly ? room.types : [])];
        return !may.some((m) => path === m || path.startsWith(`${m}/`) || `${path}.ts` === m);
      })
      .map((i) => `${i.file} may not import ${i.target}; see the table in tests/unit/house.test.ts`);
    expect(breaches).toEqual([]);
  });

  it('reaches the extension API through one door', () => {
    const others = tracked
      .filter((f) => isSource(f) && !f.startsWith('lib/browser/'))
      .filter((f) =>
        /\b(chrome|browser)\.(runtime|storage|tabs|action)\b/.test(readFileSync(resolve(ROOT, f), 'utf8')),
      )
      .filter(
        (f) => !/from '.*lib\/browser'|from '(\.\.\/)+browser'/.test(readFileSync(resolve(ROOT, f), 'utf8')),
      );
    expect(others).toEqual([]);
  });

  it('tells browsers apart in one place', () => {
    const others = tracked
      .filter((f) => isSource(f) && f !== 'lib/browser/differences.ts')
      .filter((f) =>
        /import\.meta\.env\.(FIREFOX|CHROME|EDGE|SAFARI|OPERA|BROWSER|MANIFEST_VERSION)|navigator\.(userAgentData|vendor)\b/.test(
          readFileSync(resolve(ROOT, f), 'utf8'),
        ),
      );
    expect(others, 'give the difference a name in lib/browser/differences.ts').toEqual([]);
  });
});

describe('rooms', () => {
  it('has only customary files at the top', () => {
    const top = new Set(tracked.map((f) => f.split('/')[0] as string));
    expect([...top].filter((f) => !TOP.has(f))).toEqual([]);
  });

  it('keeps files short', () => {
    const long = tracked
      .filter((f) => isSource(f) && f !== 'lib/match/places.ts')
      .map((f) => [f, readFileSync(resolve(ROOT, f), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('lets no case depend on the language of the browser', () => {
    // In Turkish, “I” becomes “ı”: words would not be found, and keys not be heard.
    const local = tracked
      .filter((f) => isSource(f) && /^(lib|components|entrypoints)\//.test(f))
      .filter((f) => /toLocale(Lower|Upper)Case\(\)/.test(readFileSync(resolve(ROOT, f), 'utf8')));
    expect(local, 'say toLowerCase() or toUpperCase(), or name the language').toEqual([]);
  });

  it('opens every source file with what it is for', () => {
    const silent = tracked
      .filter(isSource)
      .filter((f) => !/^\/\*\*/.test(readFileSync(resolve(ROOT, f), 'utf8')));
    expect(silent, 'start these files with a /** sentence */ that says what they are for').toEqual([]);
  });
});
