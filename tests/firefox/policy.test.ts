/** The extension's own content security policy in a real Firefox: nothing of ours breaks it, and it does refuse. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PACT } from '../support/claim';
import { feed, record, CLAIM as SOLD } from '../support/feeds';
import { type Firefox, launchFirefox } from '../support/firefox';

/** How long a page may take on a busy machine. */
const SOON = { timeout: 20_000 };

let firefox: Firefox;
beforeAll(async () => {
  firefox = await launchFirefox();
}, 90_000);
afterAll(() => firefox?.close());

/** What the policy refused of ours so far, as the browser's console has it. */
const refused = () =>
  firefox.privileged<string[]>(`Services.console.getMessageArray()
    .filter((m) => m instanceof Ci.nsIScriptError && /CSP|Content.Security.Policy|Trusted/i.test(m.category + ' ' + m.errorMessage))
    .filter((m) => (m.sourceName + ' ' + m.errorMessage).includes('${firefox.host}') || /trusted/i.test(m.errorMessage))
    .map((m) => m.errorMessage)`);

/** A page of ours, once `sign` is there. */
async function page(path: string, sign: string): Promise<string> {
  const tab = await firefox.newTab(`moz-extension://${firefox.host}/${path}`, 'none');
  await expect
    .poll(() => firefox.evaluate(tab, `document.querySelector('${sign}') !== null`).catch(() => false), SOON)
    .toBe(true);
  return tab;
}

it('refuses nothing of any page, nor of the settings at work', { timeout: 120_000 }, async () => {
  for (const [path, sign] of [
    ['welcome.html', 'factmark-overlay'],
    [`check.html#${PACT}`, '#source-1'],
    [`popup.html#${PACT}`, '#source-1'],
    [`sidepanel.html#${PACT}`, '#source-1'],
  ] as const)
    await page(path, sign);
  const options = await page('options.html', '#about dl');
  const file = feed(record(SOLD)).buffer.toString();
  await firefox.evaluate(
    options,
    `(() => {
      const input = document.querySelector('#library input[type=file]');
      const chosen = new DataTransfer();
      chosen.items.add(new File([${JSON.stringify(file)}], 'bridges.json', { type: 'application/json' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
  await expect
    .poll(() => firefox.evaluate<string>(options, 'document.body.innerText'), SOON)
    .toContain('Added 1 review from bridges.json.');
  expect(await refused()).toEqual([]);
});

it('refuses a script, a picture and a frame of a host, and code in an attribute', async () => {
  const tab = await page(`check.html#${PACT}`, '#source-1');
  await firefox.evaluate(
    tab,
    `(() => {
      for (const [kind, change] of [
        ['img', { src: 'http://127.0.0.1:8/out.png' }],
        ['iframe', { src: 'http://127.0.0.1:8/out.html' }],
      ])
        document.body.append(Object.assign(document.createElement(kind), change));
      for (const change of [
        (script) => { script.src = 'http://127.0.0.1:8/out.js'; },
        (script) => { script.textContent = 'globalThis.evil = 1'; },
      ]) {
        const script = document.createElement('script');
        try { change(script); document.head.append(script); } catch {}
      }
    })()`,
  );
  const all = async () => (await refused()).join('\n');
  await expect.poll(all, SOON).toMatch(/img-src/);
  await expect.poll(all, SOON).toMatch(/frame-src|default-src/);
  await expect.poll(all, SOON).toMatch(/script-src|trusted/i);
  expect(await firefox.evaluate(tab, 'String(globalThis.evil)')).toBe('undefined');
});
