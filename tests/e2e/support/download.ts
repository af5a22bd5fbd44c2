/** Files that a reader saves, and chooses. */
import type { Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import { expect } from './test';

/** Does what saves a file; answers with where it is now, and the name the browser was asked to give it. */
export async function saved(app: Launched, page: Page, act: () => Promise<void>) {
  if (!app.firefox) {
    const saving = page.waitForEvent('download');
    await act();
    const download = await saving;
    return { path: await download.path(), name: download.suggestedFilename() };
  }
  // Of files that pages of extensions save, Firefox tells nobody over BiDi; its own list has them.
  const { privileged } = app.firefox;
  const all = () =>
    privileged<string[]>(`(async () => {
      const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
      const list = await (await Downloads.getList(Downloads.ALL)).getAll();
      return list.filter((one) => one.succeeded).map((one) => one.target.path);
    })()`);
  const before = await all();
  await act();
  const fresh = async () => (await all()).find((path) => !before.includes(path));
  await expect.poll(fresh).toBeDefined();
  const path = (await fresh()) ?? '';
  return { path, name: path.split('/').at(-1) ?? '' };
}

/** Chooses `file` in the dialog that `act` opens. */
export async function chosen(
  app: Launched,
  page: Page,
  act: () => Promise<void>,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  if (!app.firefox) {
    const choosing = page.waitForEvent('filechooser');
    await act();
    return (await choosing).setFiles(file);
  }
  // Of dialogs that pages of extensions open, Firefox tells nobody over BiDi: the input that would open one is laid into the
  // page instead, for Playwright to find.
  await page.evaluate(() => {
    const { click } = HTMLInputElement.prototype;
    HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
      HTMLInputElement.prototype.click = click;
      document.body.append(Object.assign(this, { id: 'to-choose' }));
    };
  });
  await act();
  const input = page.locator('#to-choose');
  await input.setInputFiles(file);
  await input.evaluate((element) => element.remove());
}
