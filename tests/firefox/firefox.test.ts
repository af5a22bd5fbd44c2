/** The built extension in a real Firefox: what is the same job as in Chromium, through other walls. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM, html, PACT } from '../support/claim';
import { type Firefox, launchFirefox } from '../support/firefox';
import { type Site, serve } from '../support/server';

let firefox: Firefox;
let site: Site;

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  firefox = await launchFirefox();
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

/** Looks into the closed root as the browser itself can. */
const INSIDE = (body: string) => `(async () => {
  const actor = gBrowser.selectedBrowser;
  return SpecialPowersLike(actor);
  async function SpecialPowersLike(browser) {
    const name = 'factmark:' + Math.random();
    const answer = new Promise((done) => browser.messageManager.addMessageListener(name, function heard(m) { browser.messageManager.removeMessageListener(name, heard); done(m.data); }));
    const script = '(() => { const host = content.document.querySelector("factmark-overlay"); const root = host && host.openOrClosedShadowRoot; const value = (' + ${JSON.stringify(body)} + '); sendAsyncMessage(' + JSON.stringify(name) + ', value); })()';
    browser.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
    return answer;
  }
})()`;
const badges = () =>
  firefox.privileged<string[] | null>(
    INSIDE(
      'root && Array.from(root.querySelectorAll(".badge"), (b) => b.dataset.check + " " + b.dataset.stance)',
    ),
  );

describe('Firefox', () => {
  it('marks a sentence, and touches no node of the page', async () => {
    site.pages.set(
      '/firefox.html',
      html(`<p id="p">Before. <em>${CLAIM}</em> After.</p><script>window.records = [];
      new MutationObserver((l) => { for (const r of l) { const n = [...r.addedNodes, ...r.removedNodes]; if (!n.length || n.some((x) => x.localName !== 'factmark-overlay')) records.push(r.type); } })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      addEventListener('DOMContentLoaded', () => { records.length = 0; });</script>`),
    );
    const tab = await firefox.newTab(`${site.url}/firefox.html`);
    await firefox.activate(tab);
    await expect.poll(badges, { timeout: 10_000 }).toEqual([`${PACT} asserts`]);
    expect(await firefox.evaluate(tab, 'records.join()')).toBe('');
    expect(await firefox.evaluate(tab, 'document.querySelector("factmark-overlay").shadowRoot')).toBeNull();
  });

  it('marks text in a sticky box where it stands', async () => {
    site.pages.set(
      '/sticky.html',
      html(`<div style="height:3000px"><p style="position:sticky;top:20px">${CLAIM}</p></div>`),
    );
    const tab = await firefox.newTab(`${site.url}/sticky.html`);
    await firefox.activate(tab);
    await expect.poll(badges, { timeout: 10_000 }).toEqual([`${PACT} asserts`]);
    await firefox.evaluate(tab, 'scrollTo(0, 700)');
    const gap = () =>
      firefox.privileged<number>(
        INSIDE(
          '(() => { const b = root.querySelector(".underline")?.getBoundingClientRect(); const p = content.document.querySelector("p").getBoundingClientRect(); return b ? Math.abs(b.bottom - p.bottom) : 999; })()',
        ),
      );
    await expect.poll(gap, { timeout: 5_000 }).toBeLessThan(8);
  });

  it('shows the full check, the popup and the settings', async () => {
    const own = (path: string) => firefox.newTab(`moz-extension://${firefox.host}/${path}`, 'none');
    const text = (tab: string) => () =>
      firefox.evaluate<string>(tab, 'document.body?.innerText ?? ""').catch(() => '');
    const check = await own(`check.html#${PACT}`);
    await expect.poll(text(check), { timeout: 10_000 }).toContain('Executive summary');
    const popup = await own(`popup.html#${PACT}`);
    await expect.poll(text(popup), { timeout: 10_000 }).toContain('No such treaty');
    const options = await own('options.html');
    await expect.poll(text(options), { timeout: 10_000 }).toContain('Defense pacts and alliances');
  });

  it('follows settings: a topic off takes the marks away, on brings them back', async () => {
    const tab = await firefox.newTab(`${site.url}/firefox.html`);
    await firefox.activate(tab);
    await expect.poll(badges, { timeout: 10_000 }).toEqual([`${PACT} asserts`]);
    const options = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
    const topic =
      '[...document.querySelectorAll("[role=switch]")].find((s) => s.textContent.startsWith("Defense pacts"))';
    const click = () => firefox.evaluate(options, `${topic}.click()`);
    await expect
      .poll(() => firefox.evaluate(options, `Boolean(${topic})`).catch(() => false), { timeout: 10_000 })
      .toBe(true);
    await click();
    // Other topics are still on: the page is read again, once it is looked at.
    await firefox.activate(tab);
    await expect.poll(async () => (await badges()) ?? [], { timeout: 10_000 }).toEqual([]);
    await click();
    await firefox.activate(tab);
    await expect.poll(badges, { timeout: 10_000 }).toEqual([`${PACT} asserts`]);
  });

  it('adds a feed from a file, marks its claim, and lets it go again', async () => {
    const said = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
    site.pages.set('/bridge.html', html(`<p>The town met. ${said} Nobody objected.</p>`));
    const feed = [
      {
        '@type': 'ClaimReview',
        claimReviewed: said,
        author: { name: 'Desk' },
        reviewRating: { alternateName: 'False' },
      },
    ];
    const options = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
    const text = () => firefox.evaluate<string>(options, 'document.body?.innerText ?? ""').catch(() => '');
    await expect.poll(text, { timeout: 10_000 }).toContain('You have not added a source.');
    await firefox.evaluate(
      options,
      `(() => { const files = new DataTransfer(); files.items.add(new File([${JSON.stringify(JSON.stringify(feed))}], 'bridges.json'));
        const input = document.querySelector('input[type=file]'); input.files = files.files; input.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await expect.poll(text, { timeout: 20_000 }).toContain('Added 1 review from bridges.json.');
    const tab = await firefox.newTab(`${site.url}/bridge.html`);
    await firefox.activate(tab);
    await expect.poll(badges, { timeout: 10_000 }).toEqual([expect.stringMatching(/^r-\w+ asserts$/)]);
    await firefox.evaluate(options, `document.querySelector('[aria-label="Remove bridges.json"]').click()`);
    await expect.poll(text).toContain('Remove bridges.json?');
    await firefox.evaluate(
      options,
      `[...document.querySelectorAll('button')].find((b) => b.textContent === 'Remove it').click()`,
    );
    await expect.poll(text, { timeout: 10_000 }).toContain('You have not added a source.');
    await firefox.activate(tab);
    await expect.poll(async () => (await badges()) ?? [], { timeout: 10_000 }).toEqual([]);
  });
});
