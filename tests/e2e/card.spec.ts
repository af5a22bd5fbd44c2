/** The card: how it opens and closes, what it says, what its buttons do. */
import type { Page } from '@playwright/test';
import { Inside } from '../support/extension';
import { press as pressKeys } from './support/browser-ui';
import { settle } from './support/reader';
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

/** Resolves after any timer that was to close the card by now: it was set before this one, and is shorter. */
const longerThanItTakesToClose = (inside: Inside) =>
  inside.evaluate('new Promise((done) => setTimeout(() => done(1), 1_000))');

/** The badge of the sentence that makes the claim. */
async function badgeOf(inside: Inside) {
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  return badge;
}

/** Opens the card of that badge with the pointer. */
async function hover(page: Page, inside: Inside) {
  await page.mouse.move(...centre((await badgeOf(inside)).box));
  await expect.poll(() => inside.card()).toContain('No such treaty');
}

/** The middle of what `name` names in our closed root: a button by its words or its label. */
async function middle(inside: Inside, name: string): Promise<[number, number]> {
  const at = () =>
    inside.evaluate<[number, number] | null>(
      `(() => { const b = [...root.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent.trim()).startsWith(${JSON.stringify(name)})); const r = b?.getBoundingClientRect(); return r?.width ? [r.x + r.width / 2, r.y + r.height / 2] : null; })()`,
    );
  await expect.poll(at, `a button ${name}`).not.toBeNull();
  return (await at()) ?? [0, 0];
}

/** Presses buttons one after another, as a hand does. */
async function press(page: Page, inside: Inside, ...names: string[]) {
  await settle(page);
  for (const name of names) await page.mouse.click(...(await middle(inside, name)));
}

const stances = async (inside: Inside) => (await inside.badges()).map((b) => b.stance).sort();
const noticed = (inside: Inside) =>
  inside.evaluate<string | null>(
    `root?.querySelector('.notice-layer:popover-open [role=status]')?.textContent ?? null`,
  );

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

test('opens on focus at once, closes on Escape, keeps the focus on the badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await pressKeys(app, 'next-badge');
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await pressKeys(app, 'next-badge');
  await expect.poll(() => inside.evaluate('root.activeElement?.dataset.stance')).toBe('denies');
  await expect.poll(() => inside.card()).toContain('denies the claim');
  await page.keyboard.press('Tab');
  expect(await inside.evaluate('root.querySelector(".card").contains(root.activeElement)')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
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

test('“Not this claim” takes the mark away for good; Undo brings it back', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await hover(page, inside);
  await press(page, inside, 'Not this claim');
  await expect.poll(() => stances(inside)).toEqual(['denies']);
  await expect.poll(() => noticed(inside)).toBe('This sentence will not be marked with this check again.');
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await expect.poll(() => noticed(inside)).toBe('Undone');
  await hover(page, inside);
  await press(page, inside, 'Not this claim');
  await expect.poll(() => stances(inside)).toEqual(['denies']);
  await page.reload();
  await expect.poll(() => stances(inside)).toEqual(['denies']);
});

test('a topic can be hidden on the card, and taken back', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await hover(page, inside);
  await press(page, inside, 'More choices', 'Hide this topic: Defense pacts and alliances');
  await expect.poll(() => stances(inside)).toEqual([]);
  expect(await noticed(inside)).toBe('The topic “Defense pacts and alliances” is hidden on all pages.');
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
});

test('“Off on this site” takes all marks away and says so; nothing stays when that is closed', async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const off = async () => {
    await hover(page, inside);
    await press(page, inside, 'More choices', 'Off on this site');
    await expect.poll(() => stances(inside)).toEqual([]);
    await expect.poll(() => noticed(inside)).toBe('Factmark is off on this site.');
  };
  await off();
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await off();
  await press(page, inside, 'Close this message');
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
});

test('copies a citation, and the page hears nothing of it', async ({ app, site }) => {
  site.pages.set(
    '/copy.html',
    html(`<p>${CLAIM}</p><textarea></textarea><script>
      window.heard = [];
      for (const type of ['copy', 'beforecopy'])
        for (const target of [document, document.body]) target.addEventListener(type, () => heard.push(type), true);
    </script>`),
  );
  const { page, inside } = await open(app, `${site.url}/copy.html`);
  await hover(page, inside);
  await press(page, inside, 'Copy a citation', 'As text');
  await expect.poll(() => inside.evaluate(`root.querySelector('.card-copied').textContent`)).toBe('Copied');
  await page.locator('textarea').click();
  await page.keyboard.press('Control+V');
  await expect(page.locator('textarea')).toHaveValue(
    /^Factmark: “Does the US have a mutual defense pact with Israel\?” Verdict: No such treaty\. Checked on November 30, 2025\./,
  );
  expect(await page.evaluate('heard')).toEqual([]);
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

test('each verdict is as loud as the reader chose, and nothing is read again for it', async ({
  app,
  site,
}) => {
  site.pages.set(
    '/loud.html',
    html(`<p>${CLAIM}</p><p>American forces have fired missiles in Israel's defense.</p>`),
  );
  const { page, inside } = await open(app, `${site.url}/loud.html`);
  const loudness = () =>
    inside.evaluate<Record<string, string>>(
      `Object.fromEntries([...(root?.querySelectorAll('.badge') ?? [])].map((b) => [b.dataset.tone, b.dataset.loudness]))`,
    );
  await expect.poll(loudness).toEqual({ false: 'badge', true: 'badge' });
  const worker = await app.worker();
  await worker.evaluate(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    chrome.runtime.onMessage.addListener((m: { call?: string }) => {
      asked.push(String(m.call));
      return undefined;
    });
  });
  const choose = (settings: Record<string, unknown>) =>
    worker.evaluate((s) => chrome.storage.local.set({ settings: s }), settings);
  await choose({ loudnessFor: { false: 'list' } });
  await expect.poll(loudness).toEqual({ true: 'badge' });
  await choose({ loudness: 'list', loudnessFor: { false: 'underline' } });
  await expect.poll(loudness).toEqual({ false: 'underline' });
  await choose({});
  await expect.poll(loudness).toEqual({ false: 'badge', true: 'badge' });
  expect(
    await worker.evaluate(() =>
      (globalThis as unknown as { asked: string[] }).asked.filter((c) => c !== 'pageState'),
    ),
  ).toEqual([]);
  await page.close();
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

test('is as large and as near at any zoom and font size of the page, and off its sentence', async ({
  app,
  site,
}) => {
  for (const [name, style, viewport] of [
    ['zoom-half', 'body { zoom: 0.5 }', { width: 1280, height: 900 }],
    ['zoom-three', 'body { zoom: 3 }', { width: 1280, height: 900 }],
    ['html-zoom', 'html { zoom: 1.7 }', { width: 1280, height: 900 }],
    ['large', 'html, body, * { font-size: 44px !important }', { width: 1280, height: 900 }],
    [
      'tiny',
      'html, body, * { font-size: 7px !important; line-height: 0.9 !important }',
      { width: 1280, height: 900 },
    ],
    // What the browser's own zoom of 300 % and 50 % leaves of this window.
    ['browser-three', '', { width: 427, height: 300 }],
    ['browser-half', '', { width: 2560, height: 1800 }],
  ] as const) {
    site.pages.set(
      `/${name}.html`,
      html(`<style>${style}</style><p>${CLAIM}</p><div style="height:3000px"></div>`),
    );
    const page = await app.context.newPage();
    await page.setViewportSize(viewport);
    const inside = await Inside.attach(page, app);
    await page.goto(`${site.url}/${name}.html`);
    await expect.poll(async () => (await inside.badges()).length, name).toBe(1);
    await hover(page, inside);
    const { card, text, font } = await inside.evaluate<{
      card: number[];
      text: number[];
      font: string;
    }>(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('p'));
      const four = (r) => [r.left, r.top, r.right, r.bottom];
      return { card: four(root.querySelector('.card-layer').getBoundingClientRect()), text: four(range.getBoundingClientRect()),
        font: getComputedStyle(root.querySelector('.card-answer')).fontSize };
    })()`);
    const [left = 0, top = 0, right = 0, bottom = 0] = card;
    expect(Math.round(right - left), name).toBe(340);
    expect(font, name).toBe('14px');
    expect(
      Math.min(left, top, viewport.width - right, viewport.height - bottom),
      name,
    ).toBeGreaterThanOrEqual(7);
    // Below all of the sentence here, where there is room.
    expect(top, name).toBeGreaterThanOrEqual((text[3] ?? 0) - 1);
    await page.close();
  }
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

test('“Not this claim” by keyboard goes to Undo, and on from there', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const where = () =>
    inside.evaluate<string>(
      'root?.activeElement?.dataset.stance ?? root?.activeElement?.textContent ?? "page"',
    );
  const dismiss = async () => {
    await expect.poll(() => inside.card()).toContain('No such treaty');
    for (let n = 0; n < 12 && (await where()) !== 'Not this claim'; n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(where).toBe('Undo');
    await expect.poll(() => stances(inside)).toEqual(['denies']);
  };
  await page.mouse.click(5, 890);
  await page.keyboard.press('Tab');
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await dismiss();
  // Undone, the badge comes back with the focus.
  await page.keyboard.press('Enter');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await expect.poll(where).toBe('asserts');
  await dismiss();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(where).toBe('denies');
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
  for (let n = 0; n < 30 && (await inside.evaluate('root.activeElement !== null')); n++)
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
