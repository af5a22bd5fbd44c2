/** The background may be ended at any moment; nothing is lost by it. */

import { checks } from '../unit/match/starter';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';
import { killWorker } from './support/worker';

test('a killed worker wakes for the next page and for text that is added to an open one', async ({
  app,
  site,
}) => {
  site.pages.set('/alive.html', html(`<p>${CLAIM}</p>`));
  const first = await open(app, `${site.url}/alive.html`);
  await killWorker(app);
  const second = await open(app, `${site.url}/alive.html`);
  expect((await second.inside.badges()).map((b) => b.check)).toEqual([PACT]);
  await killWorker(app);
  await first.page.bringToFront();
  await first.page.evaluate(() => {
    const p = document.createElement('p');
    p.textContent = 'No, the US is not bound by treaty to defend Israel.';
    document.body.append(p);
  });
  await expect.poll(async () => (await first.inside.badges()).length).toBe(2);
  await killWorker(app);
  const check = await ours(app, `check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toHaveText(
    'Does the US have a mutual defense pact with Israel?',
  );
});

test('the library is installed once, and again after storage was cleared', async ({ app, site }) => {
  site.pages.set('/cleared.html', html(`<p>${CLAIM}</p>`));
  const options = await ours(app, 'options.html');
  await expect(options.getByText(`${checks.length} checks`).first()).toBeVisible();
  await options.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase('factmark');
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
  );
  const { inside } = await open(app, `${site.url}/cleared.html`);
  expect((await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});
