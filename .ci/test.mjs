/** `npm test`: everything that must hold, in one run. The last line counts the tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { failedInPlaywright, failedInVitest } from './failures.mjs';
import { ROOT, setUp } from './setup.mjs';
import { runTold } from './told.mjs';

setUp({ firefox: true });

const RESULTS = resolve(ROOT, '.tmp/results');
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const total = { passed: 0, failed: 0 };
const failedStages = [];
const failedTests = [];

/** Runs a stage; `count` reads how many of its tests passed and failed, else the stage itself counts as one. */
async function stage(name, command, args, count) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
  const started = Date.now();
  const before = failedTests.length;
  const { code, told } = await runTold(command, args);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that died without saying so is a failure of its own.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  if (code !== 0) failedStages.push(name);
  // What failed outside any test is in no report: the end of what the stage printed has to tell.
  if (code !== 0 && failedTests.length === before) failedTests.push([name, told]);
  console.log(
    `${name}: ${counted.passed} passed, ${counted.failed} failed in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

const read = (file) =>
  existsSync(resolve(RESULTS, file)) ? JSON.parse(readFileSync(resolve(RESULTS, file), 'utf8')) : undefined;
const vitest = (file) => () => {
  const report = read(file);
  failedTests.push(...failedInVitest(report));
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
};
const playwright = (file) => () => {
  const report = read(file);
  failedTests.push(...failedInPlaywright(report));
  const stats = report?.stats;
  if (stats?.flaky > 0) console.log(`${stats.flaky} passed only when they were tried once more`);
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected };
};

await stage('prepare', 'npx', ['wxt', 'prepare']);
await stage('build for Chrome', 'npx', ['wxt', 'build', '-b', 'chrome']);
await stage('build for Firefox', 'npx', ['wxt', 'build', '-b', 'firefox', '--mv3']);
await stage('types', 'npm', ['run', '-s', 'types']);
await stage('lint', 'npm', ['run', '-s', 'lint']);
const reporters = (file) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resolve(RESULTS, file)}`,
];
await stage(
  'unit and property tests',
  'npx',
  // They mostly compute: a worker for each processor.
  ['vitest', 'run', '--project', 'unit', '--maxWorkers', '100%', ...reporters('unit.json')],
  vitest('unit.json'),
);
await stage(
  'packages',
  'npx',
  ['vitest', 'run', '--project', 'packages', ...reporters('packages.json')],
  vitest('packages.json'),
);
await stage(
  'documentation',
  'npx',
  ['vitest', 'run', '--project', 'docs', ...reporters('docs.json')],
  vitest('docs.json'),
);
await stage(
  'page tests',
  'npx',
  ['vitest', 'run', '--project', 'page', ...reporters('page.json')],
  vitest('page.json'),
);
await stage(
  'page tests in Firefox',
  'npx',
  ['vitest', 'run', '--project', 'page-firefox', ...reporters('page-firefox.json')],
  vitest('page-firefox.json'),
);
await stage(
  'the extension in Firefox',
  'npx',
  ['vitest', 'run', '--project', 'firefox', ...reporters('firefox.json')],
  vitest('firefox.json'),
);
// Once more, and said so: a race between a test and a busy machine is to be mended, but is no reason to refuse a change.
await stage('end-to-end tests', 'npx', ['playwright', 'test', '--retries=1'], playwright('e2e.json'));
await stage(
  'end-to-end tests in Firefox',
  'npx',
  ['playwright', 'test', '-c', 'playwright.firefox.config.ts'],
  playwright('e2e-firefox.json'),
);

for (const [name, lines] of failedTests) console.log(`\n✘ ${[name, ...lines].join('\n    ')}`);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && failedStages.length === 0 ? 0 : 1);
