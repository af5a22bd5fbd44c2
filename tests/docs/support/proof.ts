/** Proof without running: a command names scripts, projects, files and parts that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILES, ROOT } from './markdown';

const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
const PROJECTS = new Set(
  [...read('vitest.config.ts').matchAll(/(?:name: |pageProject\(\s*)'([\w-]+)'/g)].map(([, name]) => name),
);
const BENCHES = new Set(
  [...read('tests/bench/main.ts').matchAll(/^ {2}(\w+): \{ sizes/gm)].map(([, name]) => name),
);

/** Npm’s own commands and scripts that need no `run`. */
const OWN = ['ci', 'install', 'version'];

/** What a command names that is not there, in words; nothing if all of it is. Words in capitals are the reader’s to fill in. */
export function missingIn(command: string): string[] {
  return command.split(/\s*(?:&&|\|\||[|;])\s*/).flatMap((part) => {
    const words = (part.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
    const [tool, ...rest] = words;
    if (tool === 'npm') return missingScript(rest);
    if (tool === 'npx' && rest[0] === 'vitest') return missingTests(rest.slice(1));
    if (tool === 'npx' && rest[0] === 'tsx')
      return rest
        .slice(1, 2)
        .filter((file) => !existsSync(resolve(ROOT, file)))
        .map(notThere);
    if (tool === 'npx' && rest[0] === 'playwright') return missingSpecs(rest.slice(2));
    return [];
  });
}

function missingScript(words: readonly string[]): string[] {
  const [first = '', ...rest] = words.filter((word) => !word.startsWith('-'));
  const name = first === 'run' ? rest[0] : first;
  if (name === undefined || OWN.includes(name) || /^[A-Z…]/.test(name)) return [];
  if (!Object.hasOwn(SCRIPTS, name)) return [`there is no script “${name}” in package.json`];
  if (name !== 'bench') return [];
  return rest
    .slice(1)
    .filter((part) => !/^\d|^[A-Z[]/.test(part) && !BENCHES.has(part))
    .map((part) => `npm run bench knows no “${part}”`);
}

function missingTests(words: readonly string[]): string[] {
  const project = words[words.indexOf('--project') + 1];
  const named = words.includes('--project') && project !== undefined && !PROJECTS.has(project);
  return [
    ...(named ? [`vitest.config.ts has no project “${project}”`] : []),
    ...words.filter((word) => word.includes('/') && !existsSync(resolve(ROOT, word))).map(notThere),
  ];
}

const notThere = (file: string): string => `${file} is not there`;

function missingSpecs(all: readonly string[]): string[] {
  const settings = all.filter((_, i) => all[i - 1] === '-c');
  const words = all.filter((word) => !settings.includes(word));
  const at = words.indexOf('-g');
  const title = at === -1 ? undefined : words[at + 1];
  const names = words.slice(0, at === -1 ? undefined : at).filter((word) => !/^-|^[A-Z]/.test(word));
  const specs = FILES.filter((file) => /^tests\/.*\.spec\.ts$/.test(file));
  const found = specs.filter((file) => names.every((name) => file.includes(name)));
  const lost = settings.filter((file) => !existsSync(resolve(ROOT, file))).map(notThere);
  if (lost.length > 0) return lost;
  if (found.length === 0) return [`no spec is called “${names.join(' ')}”`];
  const titled = title === undefined || found.some((file) => read(file).includes(title));
  return titled ? [] : [`no test of ${found.join(', ')} is called “${title}”`];
}
