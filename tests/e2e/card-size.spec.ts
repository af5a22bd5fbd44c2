/** The card's size and place, whatever the page or the browser enlarges. */
import { Inside } from '../support/extension';
import { hover } from './support/card';
import { CLAIM, expect, html, test } from './support/test';

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
