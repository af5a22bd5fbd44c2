/**
 * `npm run check`: what can be told in a few seconds, before a commit: types, lint, the walls of the house, and the unit
 * tests of what changed since `main` (or since the commit that is named: `npm run check -- HEAD~3`). Says what it left out.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './setup.mjs';

/** Always: walls, words, the forge's files. They are quick, and no import leads from a change to them. */
const ALWAYS = ['tests/unit/house.test.ts', 'tests/unit/forge.test.ts', 'tests/unit/words'];
/** Start processes, build large feeds or try thousands of cases: run only if the test itself changed. */
const SLOW = ['tests/unit/cli', 'tests/property', 'tests/unit/claims/feed', 'tests/unit/store'];

const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};
const lines = (text) => (text ? text.split('\n').filter((line) => existsSync(resolve(ROOT, line))) : []);

if (!existsSync(resolve(ROOT, 'node_modules/.bin/vitest'))) {
  console.error('The packages are missing: run “npm run setup” first.');
  process.exit(1);
}
const named = process.argv[2];
const since = named ?? git('merge-base', 'HEAD', 'main') ?? 'HEAD';
const listed = git('diff', '--name-only', since);
if (listed === undefined) {
  console.error(`There is no commit “${since}” here: name one, as in “npm run check -- HEAD~3”.`);
  process.exit(1);
}
const changed = [
  ...new Set([...lines(listed), ...lines(git('ls-files', '--others', '--exclude-standard'))]),
].filter((file) => /\.(ts|tsx|json)$/.test(file) && !/^package|tsconfig/.test(file));
const isUnit = (file) => /^tests\/(unit|property)\/.*\.test\.ts$/.test(file);
const own = changed.filter(isUnit);
const sources = changed.filter((file) => /^(lib|components|entrypoints|\.ci|tests\/support)\//.test(file));
const slow = SLOW.filter((folder) => !own.some((file) => file.startsWith(folder)));

/** Runs a command and keeps its output until it has ended, so that those beside each other do not mix. */
const step = (name, command, ...args) =>
  new Promise((done) => {
    const started = Date.now();
    const child = spawn(resolve(ROOT, 'node_modules/.bin', command), args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    child.on('error', (error) => {
      said += error.message;
    });
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(said);
      done(code === 0);
    });
  });

/** The compiler keeps what it found, and looks next time only at what changed. */
const remembered = (name) => ['--incremental', '--tsBuildInfoFile', `.tmp/check/${name}.tsbuildinfo`];

const quiet = [
  '--project',
  'unit',
  '--run',
  '--maxWorkers',
  '100%',
  '--reporter',
  'dot',
  '--passWithNoTests',
];
const leave = slow.flatMap((folder) => ['--exclude', `${folder}/**`]);
const started = Date.now();
const well = (
  await Promise.all([
    step('types', 'tsc', '--noEmit', ...remembered('types')),
    step('types of the pure rooms', 'tsc', '--noEmit', '-p', 'tsconfig.pure.json', ...remembered('pure')),
    step('lint', 'biome', 'check', '.'),
  ])
).concat(
  await step(
    sources.length + own.length > 0
      ? `unit tests of ${changed.length} changed files, and the house`
      : 'the house',
    'vitest',
    'related',
    ...sources,
    ...own,
    ...ALWAYS.flatMap((path) => (path.endsWith('.ts') ? [path] : lines(git('ls-files', path)))),
    ...quiet,
    ...leave,
  ),
);
console.log(
  `\n${((Date.now() - started) / 1000).toFixed(1)} s. Not run: what was not changed since ${since.slice(0, 10)},`,
);
console.log(`  ${slow.join(', ')} (slow),`);
console.log('  page tests, both end-to-end suites, packages, documentation. “npm test” runs everything.');
process.exit(well.every(Boolean) ? 0 : 1);
