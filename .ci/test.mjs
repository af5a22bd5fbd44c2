/** `npm test`: everything that must hold, in one run. The last line counts the tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT, run, setUp } from './setup.mjs';

setUp({ firefox: true });

const RESULTS = resolve(ROOT, '.tmp/results');
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const total = { passed: 0, failed: 0 };
const failedStages = [];

/** Runs a stage; `count` reads how many of its tests passed and failed, else the stage itself counts as one. */
function stage(name, command, args, count) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
  const started = Date.now();
  const code = run(command, args);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that died without saying so is a failure of its own.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  if (code !== 0) failedStages.push(name);
  console.log(
    `${name}: ${counted.passed} passed, ${counted.failed} failed in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

const read = (file) =>
  existsSync(resolve(RESULTS, file)) ? JSON.parse(readFileSync(resolve(RESULTS, file), 'utf8')) : undefined;
const vitest = (file) => () => {
  const report = read(file);
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
};
const playwright = (file) => () => {
  const stats = read(file)?.stats;
  if (stats?.flaky > 0) console.log(`${stats.flaky} passed only when they were tried once more`);
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected };
};

stage('prepare', 'npx', ['wxt', 'prepare']);
stage('build for Chrome', 'npx', ['wxt', 'build', '-b', 'chrome']);
stage('build for Firefox', 'npx', ['wxt', 'build', '-b', 'firefox', '--mv3']);
stage('types', 'npm', ['run', '-s', 'types']);
stage('lint', 'npm', ['run', '-s', 'lint']);
const reporters = (file) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resolve(RESULTS, file)}`,
];
stage(
  'unit and property tests',
  'npx',
  // They mostly compute: a worker for each processor.
  ['vitest', 'run', '--project', 'unit', '--maxWorkers', '100%', ...reporters('unit.json')],
  vitest('unit.json'),
);
stage(
  'packages',
  'npx',
  ['vitest', 'run', '--project', 'packages', ...reporters('packages.json')],
  vitest('packages.json'),
);
stage(
  'documentation',
  'npx',
  ['vitest', 'run', '--project', 'docs', ...reporters('docs.json')],
  vitest('docs.json'),
);
stage(
  'page tests',
  'npx',
  ['vitest', 'run', '--project', 'page', ...reporters('page.json')],
  vitest('page.json'),
);
stage(
  'page tests in Firefox',
  'npx',
  ['vitest', 'run', '--project', 'page-firefox', ...reporters('page-firefox.json')],
  vitest('page-firefox.json'),
);
stage(
  'the extension in Firefox',
  'npx',
  ['vitest', 'run', '--project', 'firefox', ...reporters('firefox.json')],
  vitest('firefox.json'),
);
stage('end-to-end tests', 'npx', ['playwright', 'test'], playwright('e2e.json'));
stage(
  'end-to-end tests in Firefox',
  'npx',
  ['playwright', 'test', '-c', 'playwright.firefox.config.ts'],
  playwright('e2e-firefox.json'),
);

if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && failedStages.length === 0 ? 0 : 1);
