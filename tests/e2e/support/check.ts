/** The page of one check. */
import type { Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import { allowClipboard, expect, ours, PACT } from './test';

/** The check's page, with what it copies readable. */
export async function check(app: Launched, hash = PACT): Promise<Page> {
  await allowClipboard(app);
  const page = await ours(app, `check.html#${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** What was copied last. */
export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The preview of a source that is open. */
export const peek = (page: Page) => page.locator('.peek:popover-open');
