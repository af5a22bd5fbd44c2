/** A badge that goes between being pointed at and the opening of its card. */
import { badgeOf, centre } from './support/reader';
import { CLAIM, expect, html, open, test } from './support/test';

/** Milliseconds: longer than a card waits for the pointer to stay. */
const OPEN_AFTER = 500;

test('a sentence that goes just as its badge is pointed at opens no card, and nothing throws', async ({
  app,
  site,
}) => {
  site.pages.set('/gone.html', html(`<p id="said" style="margin-top:60px">${CLAIM}</p>`));
  const errors: string[] = [];
  app.context.on('weberror', (e) => errors.push(String(e.error())));
  const article = await open(app, `${site.url}/gone.html`);
  const { page, inside } = article;
  const spot = centre(await badgeOf(article, CLAIM));
  await page.evaluate(() => {
    const said = document.getElementById('said');
    // As soon as our element is met: before the moment is over after which a card opens.
    document.addEventListener('pointerover', (event) => {
      if ((event.target as Element).localName === 'factmark-overlay') said?.remove();
    });
  });
  await page.mouse.move(5, 5);
  await page.mouse.move(...spot);
  await expect(page.locator('#said')).toHaveCount(0);
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  // Set after the card's own timer, and for no less: it ends after it.
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), OPEN_AFTER);
  expect(await inside.card()).toBeNull();
  expect(errors).toEqual([]);
});
