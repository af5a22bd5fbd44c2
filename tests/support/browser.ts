/** Where this machine's Chromium is; the set-up step puts one there when it can. */
import { existsSync } from 'node:fs';

const PLACES = [
  process.env.FACTMARK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** An installed Chromium's path, or undefined: then Playwright's own is used. */
export const chromiumPath = (): string | undefined => PLACES.find((p) => p && existsSync(p));

/** Flags every headless run here needs: no sandbox as root, nothing that would reach for the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
