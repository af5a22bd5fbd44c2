/** Text that was rendered but nowhere to be seen, and comes to light without any change of the page's nodes. */
import { found } from '../support/found';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

const AWAY = 'position:absolute;left:-9999px';

test('a sentence that a narrow window pushes off the page is marked in a wide one', async ({ app, site }) => {
  site.pages.set(
    '/narrow.html',
    html(`<style>@media (width < 600px) { #side { ${AWAY} } }</style><p>Intro.</p><p id="side">${CLAIM}</p>`),
  );
  const { page, inside } = await open(app, 'about:blank', false);
  await page.setViewportSize({ width: 500, height: 500 });
  await page.goto(`${site.url}/narrow.html`);
  const shown = async () => (await inside.badges()).map((badge) => badge.check);
  // It was read, and nothing of it can be seen.
  await expect.poll(() => found(app, `${site.url}/narrow.html`)).toEqual([]);
  expect(await shown()).toEqual([]);
  await page.setViewportSize({ width: 900, height: 500 });
  await expect.poll(shown).toEqual([PACT]);
});

test('a page whose transitions never end puts no look off for ever', async ({ app, site }) => {
  site.pages.set(
    '/restless.html',
    html(`<style>#late { ${AWAY} }</style><p>Intro.</p><p id="late">${CLAIM}</p>
    <script>setInterval(() => document.body.dispatchEvent(new Event('transitionend', { bubbles: true })), 50);
    window.show = () => document.styleSheets[0].insertRule('#late { position: static !important }', 1);</script>`),
  );
  const { page, inside } = await open(app, `${site.url}/restless.html`, false);
  const shown = async () => (await inside.badges()).map((badge) => badge.check);
  await expect.poll(() => found(app, `${site.url}/restless.html`)).toEqual([]);
  expect(await shown()).toEqual([]);
  await page.evaluate('show()');
  await expect.poll(shown).toEqual([PACT]);
});
