/** What a reader does on an article, and pictures of what they see meanwhile. */
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Badge, Inside } from '../../support/extension';
import type { Surface } from './surface';
import { expect } from './test';

/** An open page and the look into its overlay. */
export interface Article {
  readonly page: Page;
  readonly inside: Inside;
}

export const centre = ({ box: { x, y, width, height } }: Pick<Badge, 'box'>) =>
  [x + width / 2, y + height / 2] as const;

/** The badge at the sentence with these words, once it is drawn. */
export async function badgeOf({ inside }: Article, words: string): Promise<Badge> {
  const find = async () => (await inside.badges()).find((b) => b.text.includes(words));
  await expect.poll(async () => (await find())?.text).toContain(words);
  const badge = await find();
  if (!badge) throw new Error(`no badge at “${words}”`);
  return badge;
}

/** Brings the sentence to the upper part of the window, where its card has room, and answers with its badge. */
export async function goTo(article: Article, words: string): Promise<Badge> {
  await article.page
    .getByText(words)
    .first()
    .evaluate((e) => scrollTo({ top: e.getBoundingClientRect().top + scrollY - 240, behavior: 'instant' }));
  await expect.poll(async () => (await badgeOf(article, words)).box.y).toBeLessThan(400);
  return badgeOf(article, words);
}

/** What came under the pointer less than half a second ago takes no click (entrypoints/marks/settled.ts): waits for longer. */
export const settle = (page: Page): Promise<void> => page.waitForTimeout(650);

/** Moves the pointer to the control of the overlay that has this name, and clicks it. */
export async function clickInside({ page, inside }: Article, name: string): Promise<void> {
  await settle(page);
  const [x, y] = await inside.evaluate<[number, number]>(`(() => {
    const named = [...root.querySelectorAll('button, summary')].filter((e) => (e.textContent + ' ' + (e.ariaLabel ?? '')).includes(${JSON.stringify(name)}));
    const { x, y, width, height } = named.find((e) => e.checkVisibility()).getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })()`);
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
}

/** Takes numbered pictures into .tmp/`folder`, which is emptied before the first. */
export function pictures(folder: string): (of: Page | Surface, name: string) => Promise<void> {
  const out = resolve(import.meta.dirname, '../../../.tmp', folder);
  let count = 0;
  return async (of, name) => {
    if (count === 0) rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const path = resolve(out, `${String(++count).padStart(2, '0')}-${name}.png`);
    if ('picture' in of) await of.picture(path);
    else await of.screenshot({ path });
  };
}
