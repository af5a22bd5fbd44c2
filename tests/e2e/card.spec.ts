/** The card: how it opens and closes, what it says, what its buttons do. */
import { CLAIM, expect, html, open, PACT, test } from './support/test';

const PAGE = '/card.html';
test.beforeEach(({ site }) => {
  site.pages.set(
    PAGE,
    html(
      `<h1>A story about pacts</h1><p>${CLAIM}</p><p>Some other text that stands here.</p><p>No, the US is not bound by treaty to defend Israel.</p><button>After</button>`,
    ),
  );
});

const centre = (b: { x: number; y: number; width: number; height: number }) =>
  [b.x + b.width / 2, b.y + b.height / 2] as const;

test('opens on hover, says what a reader needs, stays while the pointer is on it, closes after', async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  expect(badge.label).toMatch(
    /^Fact-check: No such treaty\. Does the US have a mutual defense pact with Israel\? This sentence says it: “The US has a mutual/,
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
    'Off on this site',
    'Why',
  ])
    expect(card).toContain(part);
  const [x, y, width] = await inside.evaluate<number[]>(
    `(() => { const r = root.querySelector('.card-layer').getBoundingClientRect(); return [r.x, r.y, r.width]; })()`,
  );
  await page.mouse.move((x ?? 0) + (width ?? 0) / 2, (y ?? 0) + 20, { steps: 8 });
  await page.waitForTimeout(600);
  expect(await inside.card()).not.toBeNull();
  await page.mouse.move(900, 700);
  await expect.poll(() => inside.card()).toBeNull();
});

test('opens on focus at once, closes on Escape, keeps the focus on the badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const worker = await app.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // Browser shortcuts can't be pressed in a headless browser: the event itself is dispatched.
    (chrome.commands.onCommand as unknown as { dispatch(...a: unknown[]): void }).dispatch('next-badge', tab);
  });
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await page.keyboard.press('Escape');
  expect(await inside.card()).toBeNull();
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await worker.evaluate(() =>
    (chrome.commands.onCommand as unknown as { dispatch(...a: unknown[]): void }).dispatch(
      'next-badge',
      undefined,
    ),
  );
  await expect.poll(() => inside.evaluate('root.activeElement?.dataset.stance')).toBe('denies');
  await expect.poll(() => inside.card()).toContain('denies the claim');
  await page.keyboard.press('Tab');
  expect(await inside.evaluate('root.querySelector(".card").contains(root.activeElement)')).toBe(true);
  await page.keyboard.press('Escape');
  expect(await inside.card()).toBeNull();
  expect(await inside.evaluate('root.activeElement.dataset.stance')).toBe('denies');
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
  await expect(check).toHaveURL(`chrome-extension://${app.id}/check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(
    'Does the US have a mutual defense pact with Israel?',
  );
  await expect(check.getByText('Executive summary')).toBeVisible();
  await expect(check.getByText('can be wrong')).toBeVisible();
  await check.locator('a[href="#source-1"]').first().click();
  await expect(check.locator('#source-1')).toBeFocused();
  await check.getByRole('button', { name: /What is the history of US military aid/ }).click();
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(
    'What is the history of US military aid to Israel?',
  );
});

test('“Not this claim” takes the mark away for good, settings bring it back', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await page.mouse.move(
    ...centre(
      (await inside.badges()).find((b) => b.text === CLAIM)?.box ?? { x: 0, y: 0, width: 0, height: 0 },
    ),
  );
  await expect.poll(() => inside.card()).not.toBeNull();
  await inside.evaluate(
    `[...root.querySelectorAll('.card button')].find((b) => b.textContent.includes('Not this claim')).click()`,
  );
  await expect.poll(async () => (await inside.badges()).map((b) => b.stance)).toEqual(['denies']);
  await page.reload();
  await expect.poll(async () => (await inside.badges()).map((b) => b.stance)).toEqual(['denies']);
});

test('“Off on this site” takes all marks away', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await page.mouse.move(...centre((await inside.badges())[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 }));
  await expect.poll(() => inside.card()).not.toBeNull();
  await inside.evaluate(
    `[...root.querySelectorAll('.card button')].find((b) => b.textContent.includes('Off on this site')).click()`,
  );
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
});

test('a finger’s first tap shows the card, the second opens the check', async ({ app, site }) => {
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

test('Tab goes badge, card, next badge; Shift+Tab from the card back to its badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const where = () =>
    inside.evaluate<string>(
      'root.activeElement?.dataset.stance ?? (root.querySelector(".card")?.contains(root.activeElement) ? "card" : "page")',
    );
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await expect.poll(() => inside.card()).not.toBeNull();
  await page.keyboard.press('Tab');
  expect(await where()).toBe('card');
  await page.keyboard.press('Shift+Tab');
  expect(await where()).toBe('asserts');
  await page.keyboard.press('Tab');
  for (let n = 0; n < 12 && (await where()) === 'card'; n++) await page.keyboard.press('Tab');
  expect(await where()).toBe('denies');
});

test('“Not this claim” by keyboard takes the reader on to the next badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await expect.poll(() => inside.card()).not.toBeNull();
  await inside.evaluate(
    `([...root.querySelectorAll('.card button')].find((b) => b.textContent.includes('Not this claim')).focus(), 1)`,
  );
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await inside.badges()).map((b) => b.stance)).toEqual(['denies']);
  expect(await inside.evaluate('root.activeElement?.dataset.stance')).toBe('denies');
});

test('an open card stays when the page renders its sentence again', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await inside.evaluate(
    '(root.querySelector(".badge").focus(), (root.querySelector(".badge").old = true), 1)',
  );
  await expect.poll(() => inside.card()).not.toBeNull();
  await page.evaluate(() => {
    const p = document.querySelector('p');
    p?.replaceWith(p.cloneNode(true));
  });
  // The badge is a new one, it has the focus, and the card stands at it.
  await expect
    .poll(() =>
      inside.evaluate('root.activeElement && !root.activeElement.old && root.activeElement.dataset.stance'),
    )
    .toBe('asserts');
  await expect.poll(() => inside.card()).toContain('No such treaty');
});

test('the card closes when the focus leaves it', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await expect.poll(() => inside.card()).not.toBeNull();
  for (let n = 0; n < 12 && (await inside.evaluate('root.activeElement !== null')); n++)
    await page.keyboard.press('Tab');
  await expect.poll(() => inside.card()).toBeNull();
});

test('Escape closes the card, and only then a dialog of the page', async ({ app, site }) => {
  site.pages.set(
    '/dialog.html',
    html(`<dialog style="width:600px"><p>${CLAIM}</p></dialog><script>
      document.querySelector('dialog').showModal();
      addEventListener('keydown', (e) => { document.title += ' ' + e.key; });
    </script>`),
  );
  const { page, inside } = await open(app, `${site.url}/dialog.html`);
  const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.open);
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
  await expect.poll(() => inside.card()).toContain('No such treaty');
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
  expect(await isOpen()).toBe(true);
  expect(await page.title()).not.toContain('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(isOpen).toBe(false);
});
