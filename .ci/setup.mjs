/**
 * What `npm start` and `npm test` share: on a machine with only Node and git, brings the packages and a browser.
 * Uses nothing but Node's own modules, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = resolve(ROOT, 'node_modules/.factmark-lock');
const CHROMIUM = [
  process.env.FACTMARK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FIREFOX = [
  process.env.FACTMARK_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Runs a command with our output; its exit code. Packages never download a browser of their own. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ...options.env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/**
 * Packages as the lock file names them, Chromium, and Firefox if asked for. Ends the process with a hint when one
 * can't be had.
 */
export function setUp({ firefox = false } = {}) {
  checkNode();
  ensurePackages();
  ensureChromium();
  if (firefox) ensureFirefox();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old; install Node 20.19 or later.`);
}

function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(resolve(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing packages (once; about a minute)…');
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) fail('npm ci failed; see above. Is the package registry within reach?');
  writeFileSync(STAMP, lock);
}

const isThere = (places) => places.some((p) => p && existsSync(p));

function ensureChromium() {
  if (isThere(CHROMIUM)) return;
  // fonts-liberation: without any fonts but a fallback, text is measured and drawn unlike anywhere else.
  if (aptInstall('chromium', 'fonts-liberation') && isThere(CHROMIUM)) return;
  console.log('Fetching Playwright’s Chromium (once)…');
  const code = run('npx', ['playwright', 'install', 'chromium'], {
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' },
  });
  if (code !== 0)
    fail('No Chromium was found or could be installed. Install one, or set FACTMARK_CHROMIUM to its path.');
}

function ensureFirefox() {
  if (isThere(FIREFOX) || (aptInstall('firefox-esr') && isThere(FIREFOX))) return;
  fail('No Firefox was found or could be installed. Install one, or set FACTMARK_FIREFOX to its path.');
}

/** Installs Debian packages where we may; false elsewhere. */
function aptInstall(...packages) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get (once)…`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], quiet);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet) === 0;
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
