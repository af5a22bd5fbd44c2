/** What a page that changes costs on the wire: nothing for what was asked before, 4 bytes a word for what is new. */
import type { Background } from '../support/extension';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

interface Heard {
  candidates: number;
  find: number;
  tokens: number;
  bytes: number;
  blocks: number;
}

/** Counts what content scripts ask from now on. */
async function listen(worker: Background): Promise<() => Promise<Heard>> {
  await worker.evaluate(() => {
    const heard = { candidates: 0, find: 0, tokens: 0, bytes: 0, blocks: 0 };
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener(
      (message: { call: string; query: { hashes?: Int32Array; ends?: number[] } }) => {
        if (message.call === 'find') heard.find++;
        if (message.call !== 'candidates') return;
        heard.candidates++;
        heard.tokens += message.query.hashes?.length ?? 0;
        heard.bytes += message.query.hashes?.byteLength ?? 0;
        heard.blocks += message.query.ends?.length ?? 0;
      },
    );
  });
  return () => worker.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
}

test('asks nothing about text that the page renders again', async ({ app, site }) => {
  site.pages.set(
    '/again.html',
    html(`<main id="m"><p>Intro. ${CLAIM}</p><p>A sentence about the weather in the north of the country.</p></main>
    <script>window.again = async (times) => { for (let n = 0; n < times; n++) { const m = document.getElementById('m'); m.innerHTML = m.innerHTML; await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); } }</script>`),
  );
  const heard = await listen(await app.worker());
  const { page, inside } = await open(app, `${site.url}/again.html`);
  const before = await heard();
  expect(before.find).toBe(1);
  await page.evaluate('again(40)');
  await page.evaluate(
    `document.getElementById('m').append(Object.assign(document.createElement('p'), { textContent: 'Something that is new on this page after all of that.' }))`,
  );
  await expect.poll(async () => (await heard()).candidates).toBe(before.candidates + 1);
  const after = await heard();
  expect(after.find).toBe(before.find);
  expect(after.blocks).toBe(before.blocks + 1);
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

test('sends 4 bytes a word, and no text of a page without a match', async ({ app, site }) => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, n) => `<p>Paragraph ${n} tells of gardens, of roads and of the long rain in the valley.</p>`,
  );
  site.pages.set('/plain.html', html(`<main>${paragraphs.join('')}</main>`));
  const heard = await listen(await app.worker());
  await open(app, `${site.url}/plain.html`, false);
  await expect.poll(async () => (await heard()).blocks).toBe(400);
  const { find, tokens, bytes } = await heard();
  expect(find).toBe(0);
  expect(bytes).toBe(4 * tokens);
});

test('marks what an endless page brings in view while it goes on changing elsewhere', async ({
  app,
  site,
}) => {
  site.pages.set(
    '/ticker.html',
    html(`<main><p id="t">Count 0 of the ticker on this page</p></main>
    <script>let n = 0; setInterval(() => { document.getElementById('t').firstChild.data = 'Count ' + ++n + ' of the ticker on this page'; }, 10);
    window.news = () => document.querySelector('main').insertAdjacentHTML('beforeend', '<p>News. ${CLAIM}</p>');</script>`),
  );
  const heard = await listen(await app.worker());
  const { page, inside } = await open(app, `${site.url}/ticker.html`, false);
  await page.waitForFunction('n > 200');
  const { candidates } = await heard();
  expect(candidates).toBeLessThan(40);
  await page.evaluate('news()');
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});
