/** The background may be ended at any moment; nothing is lost by it. */

import { type Launched, launch } from '../support/extension';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

/** Ends the service worker as the browser does when it is idle. */
async function killWorker(app: Launched): Promise<void> {
  const browser = app.context.browser();
  if (!browser) throw new Error('no browser');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find((t) => t.type === 'service_worker' && t.url.includes(app.id));
  if (worker) await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  await expect
    .poll(async () =>
      (await cdp.send('Target.getTargets')).targetInfos.some((t) => t.targetId === worker?.targetId),
    )
    .toBe(false);
  await cdp.detach();
}

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

test('after a reload of the extension, old marks go with it', async ({ site }) => {
  site.pages.set('/orphan.html', html(`<p>${CLAIM}</p>`));
  const own = await launch();
  const { page } = await open(own, `${site.url}/orphan.html`);
  await (await own.worker()).evaluate(() => chrome.runtime.reload());
  await expect
    .poll(
      async () => {
        await page.evaluate(() =>
          document.body.append(
            Object.assign(document.createElement('p'), { textContent: 'The US has a treaty with somebody.' }),
          ),
        );
        return page.locator('factmark-overlay').count();
      },
      { timeout: 15_000 },
    )
    .toBe(0);
  await own.close();
});

test('the library is installed once, and again after storage was cleared', async ({ app, site }) => {
  site.pages.set('/cleared.html', html(`<p>${CLAIM}</p>`));
  const options = await ours(app, 'options.html');
  await expect(options.getByText(/7 checks/).first()).toBeVisible();
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
