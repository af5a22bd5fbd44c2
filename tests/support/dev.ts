/**
 * `npm run dev`, `npm run dev -- firefox`: the extension in a browser of its own, made again and loaded again whenever a
 * file changes, with the demo news page open. Without a display it serves both and says where they are.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer } from 'wxt';
import { chromiumPath } from './browser';
import { serve } from './server';

const ROOT = resolve(import.meta.dirname, '../..');
const FIREFOX = [
  process.env.FACTMARK_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

async function main(wanted = 'chrome'): Promise<void> {
  if (wanted !== 'chrome' && wanted !== 'firefox')
    throw new Error(`there is no dev for “${wanted}”; say “npm run dev” or “npm run dev -- firefox”`);
  const binary = wanted === 'chrome' ? chromiumPath() : FIREFOX.find((path) => path && existsSync(path));
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  // Vite ends with its input, which without a terminal is at its end as soon as it is read. In CI it does not.
  if (!process.stdin.isTTY) process.env.CI = 'true';
  const site = await serve(resolve(ROOT, 'tests/fixtures/demo'));
  const server = await createServer({
    root: ROOT,
    browser: wanted,
    manifestVersion: 3,
    webExt: {
      disabled: !display,
      ...(binary ? { binaries: { [wanted]: binary } } : {}),
      startUrls: [`${site.url}/`],
      // A sandbox cannot be had as root, as in a container.
      ...(process.getuid?.() === 0 ? { chromiumArgs: ['--no-sandbox'] } : {}),
    },
  });
  await server.start();
  console.log(`\nThe demo page: ${site.url}/`);
  console.log(`The extension: .output/${wanted}-mv3-dev, made again and loaded again at each change.`);
  if (!display)
    console.log(
      `There is no display here, so no browser was opened: load that folder into one as ${wanted === 'chrome' ? 'an unpacked' : 'a temporary'} extension.`,
    );
  console.log('Ctrl-C ends it.');
  const end = async () => {
    await server.stop();
    await site.close();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

await main(process.argv[2]);
