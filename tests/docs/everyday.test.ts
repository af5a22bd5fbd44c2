/** The commands of every day that open a browser or serve: each is run as it is written, and does what it says. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/markdown';

// No display, so that they do what they do without one, wherever this is run.
// Without NODE_ENV, which is “test” in here: a build made with it is none that ships, and stays for the tests after these.
const { DISPLAY: _, WAYLAND_DISPLAY: __, NODE_ENV: ___, ...env } = process.env;

/** Starts `npm …` in a group of its own; `said` has what it prints. */
function start(args: readonly string[]) {
  const child = spawn('npm', args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const out = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      out.text += data;
    });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { said: () => out.text, ended, end: () => process.kill(-(child.pid as number), 'SIGTERM') };
}

/** Runs one to its end. @throws with what it printed, if that is not well. */
async function run(...args: string[]): Promise<string> {
  const { said, ended } = start(args);
  const code = await ended;
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}: ${said()}`);
  return said();
}

const here = (path: string) => resolve(ROOT, path);
const fresh = (path: string) => {
  rmSync(here(path), { recursive: true, force: true });
  return here(path);
};

it('npm start: prints the badges of the demo page, and takes a picture', async () => {
  const picture = fresh('.tmp/demo.png');
  const said = await run('start');
  expect(said.match(/\[.+\] {2}(asserts|denies|asks|mentions)/g)?.length).toBeGreaterThan(10);
  expect(existsSync(picture)).toBe(true);
});

it('npm run check: types, lint and walls, and what it left out', async () => {
  const said = await run('run', 'check', '--', 'HEAD');
  for (const part of ['✓ types (', '✓ lint (', 'the house (']) expect(said).toContain(part);
  expect(said).toContain('Not run:');
});

it('npm run profile: what our scripts cost on a page, with a trace to open', async () => {
  const folder = fresh('.tmp/profile');
  const said = await run('run', 'profile', '--', 'tests/fixtures/demo/index.html');
  expect(said).toMatch(/tasks over 50 ms that are at least half ours +\d/);
  const { traceEvents } = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'));
  expect(traceEvents.length).toBeGreaterThan(100);
});

it('npm run trial: saved pages, with and without a claim', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-saved-'));
  copyFileSync(here('tests/fixtures/demo/article.html'), join(folder, 'article.html'));
  const said = await run('run', 'trial', '--', folder);
  rmSync(folder, { recursive: true });
  expect(said).toMatch(/\b0 +errors/);
  expect(said).toMatch(/\b0 +claims without a mark/);
});

it('npm run store: forms and pictures of every store', async () => {
  const folder = fresh('.output/store');
  await run('run', 'store');
  const stores = readdirSync(folder);
  expect(stores.sort()).toEqual(['chrome', 'edge', 'firefox']);
  for (const store of stores) {
    const files = readdirSync(join(folder, store), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('form.md');
    const sizes = files
      .filter((file) => file.endsWith('.png'))
      .map((file) => sizeOf(join(folder, store, file)));
    expect(sizes.filter((size) => size === '1280×800')).toHaveLength(5);
  }
});

it('npm run dev: serves the demo page, and builds', async () => {
  const folder = fresh('.output/chrome-mv3-dev');
  const dev = start(['run', 'dev']);
  try {
    await expect.poll(dev.said, { timeout: 120_000 }).toContain('Ctrl-C ends it.');
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
    const [, page = ''] = /The demo page: (\S+)/.exec(dev.said()) ?? [];
    expect(await (await fetch(page)).text()).toContain('<article');
  } finally {
    dev.end();
    await dev.ended;
  }
});

/** From the header of a PNG. */
function sizeOf(file: string): string {
  const data = readFileSync(file);
  return `${data.readUInt32BE(16)}×${data.readUInt32BE(20)}`;
}
