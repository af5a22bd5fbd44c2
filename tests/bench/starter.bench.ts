/**
 * What the starter library costs who installs the extension: bytes in the package, and how long the welcome waits for it
 * the first time (database gone, library read from the package, kept, filed) and later. From the start of the page's
 * navigation to its topics being there.
 */
import { cpus, loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { launch } from '../support/extension';
import { filesOf, folderOf, zipped } from '../support/sizes';
import { print, quantile } from './measure';

const TIMES = 9;

export async function starterBench(): Promise<void> {
  const folder = folderOf('chrome-mv3');
  const files = filesOf(folder).filter((file) => file.startsWith('starter/'));
  print('starter/zipped', files.reduce((sum, file) => sum + zipped(folder, file), 0) / 1000, 'kB');
  const app = await launch();
  try {
    const page = await app.context.newPage();
    await page.goto(`${app.origin}/welcome.html`);
    await topics(page);
    const load = Number(((loadavg()[0] ?? 0) / cpus().length).toFixed(1));
    for (const [what, before] of [
      ['first', forget],
      ['later', async () => {}],
    ] as const) {
      const times: number[] = [];
      for (let i = 0; i < TIMES; i++) {
        await before(page);
        await page.reload();
        times.push(await topics(page));
      }
      const sorted = Float64Array.from(times).sort();
      print(`starter/ready, ${what}/p50`, quantile(sorted, 0.5), 'ms', { load });
      print(`starter/ready, ${what}/most`, quantile(sorted, 1), 'ms', { load });
    }
  } finally {
    await app.close();
  }
}

/** As on a profile that never had the extension. */
const forget = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase('factmark');
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
  );

/** Milliseconds from the start of the navigation to the topics. */
const topics = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    while (!document.querySelector('.topics li')) await new Promise(requestAnimationFrame);
    return performance.now();
  });
