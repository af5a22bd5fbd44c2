/** What a reader does with the library in the settings. */
import type { Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import type { feed } from '../../support/feeds';
import { expect, ours } from './test';

export const add = (options: Page, ...files: ReturnType<typeof feed>[]) =>
  options.locator('input[type=file]').setInputFiles(files);

export const remove = async (options: Page, title: string) => {
  await options.getByRole('button', { name: `Remove ${title}` }).click();
  await options.getByRole('button', { name: 'Remove it' }).click();
};

/** Takes all sources away, as after a fresh install. */
export async function removeAll(app: Launched): Promise<void> {
  const options = await ours(app, 'options.html');
  await expect(options.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
  const buttons = options.getByRole('button', { name: /^Remove / });
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await options.getByRole('button', { name: 'Remove it' }).click();
    await expect(buttons).toHaveCount(left - 1);
  }
  await options.close();
}
