/** How loud a verdict is on the page, as its reader chose. */
import { CLAIM, expect, html, open, test } from './support/test';

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
