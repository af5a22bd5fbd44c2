/** The card: how it opens and closes under pointer and finger, and what it says. */
import { centre, hover, longerThanItTakesToClose, PAGE, STORY } from './support/card';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set(PAGE, STORY);
});

test('opens on hover, says what a reader needs, stays while the pointer is on it, closes after', async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  expect(badge.label).toMatch(
    /^Fact-check: No such treaty\. Does the US have a mutual defense pact with Israel\? This sentence makes the claim\. “The US has a mutual.*” Opens the full check\.$/,
  );
  await page.mouse.move(...centre(badge.box));
  await expect.poll(() => inside.card()).toContain('Does the US have a mutual defense pact with Israel?');
  const card = (await inside.card()) ?? '';
  for (const part of [
    'No such treaty',
    'Checked on',
    '2025',
    'Factmark',
    'Read the full check',
    'Not this claim',
    'This sentence makes the claim.',
    'Topic: Defense pacts and alliances',
    'Why',
  ])
    expect(card).toContain(part);
  const [x, y, width] = await inside.evaluate<number[]>(
    `(() => { const r = root.querySelector('.card-layer').getBoundingClientRect(); return [r.x, r.y, r.width]; })()`,
  );
  await page.mouse.move((x ?? 0) + (width ?? 0) / 2, (y ?? 0) + 20, { steps: 8 });
  await longerThanItTakesToClose(inside);
  expect(await inside.card()).not.toBeNull();
  await page.mouse.move(900, 700);
  await expect.poll(() => inside.card()).toBeNull();
});

test('a sentence that denies a false claim does not wear the claim’s verdict', async ({ app, site }) => {
  const { inside } = await open(app, site.url + PAGE);
  const tones = await inside.evaluate<Record<string, string>>(
    `Object.fromEntries([...root.querySelectorAll('.badge')].map((b) => [b.dataset.stance, b.dataset.tone]))`,
  );
  expect(tones).toEqual({ asserts: 'false', denies: 'context' });
});

test('a click opens the full check', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  const opened = app.context.waitForEvent('page');
  await page.mouse.click(...centre(badge.box));
  const check = await opened;
  await expect(check).toHaveURL(`${app.origin}/check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(
    'Does the US have a mutual defense pact with Israel?',
  );
  await expect(check.getByRole('heading', { name: 'Executive summary' })).toBeVisible();
  await expect(check.getByText('can be wrong')).toBeVisible();
  await check.locator('a[href="#source-1"]').first().click();
  await expect(check.locator('#source-1')).toBeFocused();
  await check.getByRole('button', { name: /What is the history of US military aid/ }).click();
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(
    'What is the history of US military aid to Israel?',
  );
});

test('tells the article’s age against the check, and warns where the check may be out of date', async ({
  app,
  site,
}) => {
  const dated = (day: string) =>
    html(`<meta property="article:published_time" content="${day}T08:00:00Z"><p>${CLAIM}</p>`);
  site.pages.set('/older.html', dated('2024-09-15'));
  const { page, inside } = await open(app, `${site.url}/older.html`);
  await hover(page, inside);
  expect(await inside.card()).toContain('This article is 14 months older than the check.');
  site.pages.set('/tomorrow.html', dated('2999-01-01'));
  await page.goto(`${site.url}/tomorrow.html`);
  await expect.poll(async () => (await inside.badges()).length).toBe(1);
  await hover(page, inside);
  expect(await inside.card()).not.toContain('This article');
});

test('the pointer may go to the card over whatever lies between', async ({ app, site }) => {
  site.pages.set(
    '/long.html',
    html(
      `<p style="width:420px;font-size:22px;margin:0 0 0 500px">${CLAIM.replace(
        'The US',
        'The United States of America (US)',
      )}</p><div style="height:1500px"></div>`,
    ),
  );
  const { page, inside } = await open(app, `${site.url}/long.html`);
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  const [x, y] = centre(badge.box);
  await page.mouse.move(x, y);
  await expect.poll(() => inside.card()).not.toBeNull();
  const card = await inside.evaluate<{ x: number; y: number; width: number; height: number }>(
    `(() => { const { x, y, width, height } = root.querySelector('.card').getBoundingClientRect(); return { x, y, width, height }; })()`,
  );
  // Slowly, to the far corner: some of the steps lie on neither.
  await page.mouse.move(card.x + card.width - 20, card.y + card.height - 20, { steps: 60 });
  await longerThanItTakesToClose(inside);
  expect(await inside.card()).not.toBeNull();
});

// Fingers are Chromium’s own tools’.
test('a finger’s first tap shows the card, the second opens the check', { tag: '@chromium' }, async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  const cdp = await app.context.newCDPSession(page);
  const [x, y] = centre(badge.box);
  const tap = async () => {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const pages = app.context.pages().length;
  await tap();
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(app.context.pages().length).toBe(pages);
  const opened = app.context.waitForEvent('page');
  await tap();
  await expect(await opened).toHaveURL(/check\.html#us-israel-mutual-defense-pact$/);
});
