/** Selecting, copying, finding, printing and listening: the page is what it is without our marks. */
import type { CDPSession, Page } from '@playwright/test';
import type { Launched } from '../support/extension';
import { allowClipboard, CLAIM, expect, html, open, test } from './support/test';

const DENIAL = 'No, the US is not bound by treaty to defend Israel.';
const PAGE = html(
  `<main><h1>A story about pacts</h1><p id="first">It began like this. ${CLAIM} Nobody <b>objected</b> then.</p>
  <ul><li>One item of a list.</li><li>${DENIAL}</li></ul><p id="last">The <a href="#">end</a> of it.</p></main>`,
);

/** The same page with marks, and then with none. */
async function withAndWithout<T>(
  app: Launched,
  url: string,
  look: (page: Page) => Promise<T>,
): Promise<{ marked: T; bare: T }> {
  await allowClipboard(app);
  const { page, inside } = await open(app, url);
  await expect.poll(async () => (await inside.badges()).length).toBe(2);
  const marked = await look(page);
  await (await app.worker()).evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, sitesOff: ['127.0.0.1'] } }),
  );
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  return { marked, bare: await look(page) };
}

test.beforeEach(({ site }) => {
  site.pages.set('/copy.html', PAGE);
});

/** What a paste would bring, as text and as HTML, and what the page itself is told is selected. */
async function copied(page: Page): Promise<string[]> {
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const part = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return [await part('text/plain'), await part('text/html'), String(getSelection())];
  });
}

test('copies of everything and of a part are the same with and without marks', async ({ app, site }) => {
  const { marked, bare } = await withAndWithout(app, `${site.url}/copy.html`, async (page) => {
    await page.bringToFront();
    await page.keyboard.press('ControlOrMeta+a');
    const all = await copied(page);
    const drag = async () => {
      const [from, to] = [
        await page.locator('#first').boundingBox(),
        await page.locator('#last').boundingBox(),
      ];
      if (!from || !to) throw new Error('no boxes');
      // Else what is selected already would be dragged.
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await page.mouse.move(from.x + 40, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
      await page.mouse.up();
    };
    await drag();
    const part = await copied(page);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    // Three clicks take the paragraph.
    await page
      .locator('li')
      .last()
      .click({ clickCount: 3, position: { x: 60, y: 8 } });
    return { all, part, paragraph: await copied(page) };
  });
  expect(marked).toEqual(bare);
  expect(marked.all[0]).toContain(CLAIM);
  expect(marked.part[0]).toContain(`${CLAIM} Nobody objected then.`);
  // In Firefox each click of a driver is a first one, and takes nothing.
  if (!app.firefox) expect(marked.paragraph[0]?.trim()).toBe(DENIAL);
});

test('find goes across every mark and meets no word of ours', async ({ app, site }) => {
  const { marked, bare } = await withAndWithout(app, `${site.url}/copy.html`, (page) =>
    page.evaluate(
      (words) => {
        const { find } = window as unknown as {
          find(text: string, matchCase: boolean, back: boolean, wrap: boolean): boolean;
        };
        return words.map((word) => {
          getSelection()?.removeAllRanges();
          let hits = 0;
          while (hits < 9 && find(word, false, false, false)) hits++;
          return `${word}: ${hits}`;
        });
      },
      [
        'this. The US has',
        CLAIM,
        'Israel. Nobody objected',
        DENIAL,
        'Fact-check',
        'No such treaty',
        'Opens the',
        'says it',
        'mutual defense',
      ],
    ),
  );
  expect(marked).toEqual(bare);
  expect(marked.map((m) => m.split(': ').at(-1))).toEqual(['1', '1', '1', '1', '0', '0', '0', '0', '1']);
});

/** Role and name of every node a screen reader meets, in order. */
async function heard(cdp: CDPSession): Promise<string[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes
    .filter((n) => !n.ignored && !['generic', 'none'].includes(n.role?.value))
    .map((n) => `${n.role?.value}: ${n.name?.value ?? ''}`);
}

// The tree that a screen reader gets is told by Chromium’s own tools.
test('a screen reader hears the page as it is, and our badges as named buttons', {
  tag: '@chromium',
}, async ({ app, site }) => {
  const { marked, bare } = await withAndWithout(app, `${site.url}/copy.html`, async (page) =>
    heard(await page.context().newCDPSession(page)),
  );
  const badges = marked.filter((node) => /^button: Fact-check: /.test(node));
  expect(badges).toHaveLength(2);
  expect(marked.filter((node) => !badges.includes(node))).toEqual(bare);
});

// Firefox packs the list of sheets in a PDF.
test('a print of the page has as many sheets with marks as without', { tag: '@chromium' }, async ({
  app,
  site,
}) => {
  const { marked, bare } = await withAndWithout(app, `${site.url}/copy.html`, async (page) => {
    const pdf = (await page.pdf()).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g)?.length;
  });
  expect(marked).toBe(bare);
  expect(marked).toBe(1);
});
