/** Files that a reader saves. */
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
