/** A new reader's first article: the badges, a card, the check behind it. Each step is seen, and has a picture. */
import { Inside, type Launched } from '../../support/extension';
import type { Site } from '../../support/server';
import { type Article, centre, clickInside, goTo, pictures } from './reader';
import { expect } from './test';

/** Pictures of all the first minutes, numbered on. */
export const picture = pictures('first-minutes');
/** Words of the article whose card is opened, and the question of its check. */
export const LOUD = 'so if anybody fires on them';
export const QUESTION = 'Does the US have a mutual defense pact with Israel?';

export async function openArticle(reader: Launched, site: Site): Promise<Article> {
  const page = await reader.context.newPage();
  const inside = await Inside.attach(page, reader);
  await page.goto(`${site.url}/`);
  await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(0);
  await picture(page, 'article');
  return { page, inside };
}

export async function meetBadges(article: Article): Promise<void> {
  const { page, inside } = article;
  const badge = await goTo(article, LOUD);
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).toContain('No such treaty');
  for (const part of [QUESTION, 'Checked on', 'Read the full check', 'Not this claim'])
    expect(await inside.card()).toContain(part);
  await picture(page, 'card-by-mouse');
  await page.mouse.move(1, 1);
  await expect.poll(() => inside.card()).toBeNull();
  // From there by the keyboard: the badge before it is focused, Tab goes through its card and on.
  await inside.evaluate(`(root.querySelector('.badge').focus(), 1)`);
  await expect.poll(() => inside.card()).not.toBeNull();
  await picture(page, 'card-by-keyboard');
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
}

export async function useCard(article: Article): Promise<void> {
  const { page, inside } = article;
  const badge = await goTo(article, LOUD);
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).toContain('No such treaty');
  await clickInside(article, 'Why this matched');
  await picture(page, 'card-why');
  await clickInside(article, 'Copy a citation');
  await picture(page, 'card-cite');
  await clickInside(article, 'As Markdown');
  await expect.poll(() => inside.card()).toContain('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(QUESTION);
  await clickInside(article, 'More choices');
  await picture(page, 'card-more');
  await page.keyboard.press('Escape');
  const before = (await inside.badges()).length;
  await clickInside(article, 'Not this claim');
  await expect
    .poll(() => inside.evaluate('root.querySelector(".notice")?.innerText'))
    .toContain('will not be marked');
  await expect.poll(async () => (await inside.badges()).length).toBe(before - 1);
  await picture(page, 'not-this-claim');
  await clickInside(article, 'Undo');
  await expect.poll(async () => (await inside.badges()).length).toBe(before);
  await picture(page, 'undone');
}

export async function readCheck(reader: Launched, article: Article): Promise<void> {
  const badge = await goTo(article, LOUD);
  const opening = reader.context.waitForEvent('page');
  await article.page.mouse.click(...centre(badge));
  const check = await opening;
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(QUESTION);
  for (const part of ['Executive summary', 'Bottom line', 'Sources'])
    await expect(check.getByRole('heading', { name: part })).toBeVisible();
  await picture(check, 'check');
  await check.locator('a[href="#source-1"]').first().hover();
  await expect(check.locator('.peek')).toBeVisible();
  await picture(check, 'check-source');
  const followUp = check.getByRole('button', { name: 'What is the history of US military aid to Israel?' });
  await followUp.scrollIntoViewIfNeeded();
  await picture(check, 'check-follow-ups');
  await followUp.click();
  await expect(check.getByRole('heading', { level: 1 })).not.toHaveText(QUESTION);
  await picture(check, 'check-next');
  await check.close();
}
