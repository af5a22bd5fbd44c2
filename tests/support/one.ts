/**
 * `npm run test:one -- "name of a test"`, or `-- part/of/a/file`, or both: finds where it is, makes what it needs, and runs
 * it alone. `--firefox` runs a test of page code or an end-to-end test in Firefox.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const CHROME = ['wxt', 'build', '-b', 'chrome'];
const FIREFOX = ['wxt', 'build', '-b', 'firefox', '--mv3'];

/** Where tests are, what runs them there, and what has to be built before. */
const KINDS: readonly { at: RegExp; project: string; builds: readonly (readonly string[])[] }[] = [
  { at: /^tests\/(unit|property)\//, project: 'unit', builds: [] },
  { at: /^tests\/page\//, project: 'page', builds: [] },
  { at: /^tests\/firefox\//, project: 'firefox', builds: [FIREFOX] },
  { at: /^tests\/packages\//, project: 'packages', builds: [CHROME, FIREFOX] },
  { at: /^tests\/docs\//, project: 'docs', builds: [CHROME, FIREFOX] },
  { at: /^tests\/e2e\/.*\.firefox\.spec\.ts$/, project: 'e2e-firefox', builds: [FIREFOX] },
  { at: /^tests\/(e2e|visual)\//, project: 'e2e', builds: [CHROME] },
];

const run = (command: string, args: readonly string[]): number =>
  spawnSync('npx', [command, ...args], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
    .status ?? 1;
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const kindOf = (file: string) => KINDS.find(({ at }) => at.test(file));

function main(args: readonly string[]): number {
  const inFirefox = args.includes('--firefox');
  const words = args.filter((arg) => arg !== '--firefox');
  if (words.length === 0)
    throw new Error('say which: npm run test:one -- "name of the test", or part of its file');
  const all = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'tests'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && kindOf(file) !== undefined);
  const places = words.filter((word) => all.some((file) => file.includes(word)));
  const names = words.filter((word) => !places.includes(word));
  const name = names.join(' ');
  const near = all.filter((file) => places.every((place) => file.includes(place)));
  // A title made of data (`it.each`) is not in the file as it is printed: then its file has to be named.
  const files =
    name === '' || places.length > 0
      ? near
      : near.filter((file) => titles(file).some((t) => t.includes(name)));
  if (files.length === 0)
    throw new Error(
      `no test is called “${name}”. A name that is made of data can’t be found so: say part of its file, too`,
    );
  const kinds = new Set(files.map(kindOf));
  let worst = 0;
  for (const kind of kinds) {
    if (kind === undefined) continue;
    const project = kind.project + (inFirefox && /^(page|e2e)$/.test(kind.project) ? '-firefox' : '');
    const builds = project === 'e2e-firefox' ? [FIREFOX] : kind.builds;
    for (const [command, ...rest] of builds) worst ||= run(command as string, rest);
    if (worst !== 0) return worst;
    const mine = files.filter((file) => kindOf(file) === kind);
    console.log(`${kind.project}: ${mine.join(', ')}${name ? ` · “${name}”` : ''}`);
    worst ||=
      project === 'e2e' || project === 'e2e-firefox'
        ? run('playwright', [
            'test',
            ...(project === 'e2e-firefox' ? ['-c', 'playwright.firefox.config.ts'] : []),
            ...mine.map(escaped),
            ...(name ? ['-g', escaped(name)] : []),
            '--reporter=list',
          ])
        : run('vitest', ['run', '--project', project, ...mine, ...(name ? ['-t', escaped(name)] : [])]);
  }
  return worst;
}

/** What stands in quotes after `it(`, `test(` or `describe(`, or some way after one that has data before its title. */
function titles(file: string): string[] {
  const text = readFileSync(resolve(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:\(|^\s*)(['"`])((?:(?!\1)[^\\\n]|\\.)+)\1\s*,/gm)].map(([, , title]) =>
    (title as string).replace(/\\(.)/g, '$1'),
  );
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
