/** Frames, leaving and taking over in a real Firefox, where a disabled extension's script can't run any more. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM, html } from '../support/claim';
import { type Firefox, launchFirefox } from '../support/firefox';
import { ID } from '../support/firefox/chrome';
import { type Site, serve } from '../support/server';

const PATIENCE = { timeout: 10_000 };

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

/** How the hosts of a tab are displayed, in reading order of its documents; those of frames it can reach too. */
const hosts = (tab: string) =>
  firefox.evaluate<string[]>(
    tab,
    `[document, ...Array.from(document.querySelectorAll('iframe'), (f) => f.contentDocument)].filter(Boolean).flatMap((d) =>
      Array.from(d.querySelectorAll('factmark-overlay'), (h) => d.defaultView.getComputedStyle(h).display))`,
  );
const enable = (on: boolean) =>
  firefox.privileged<boolean>(
    `AddonManager.getAddonByID('${ID}').then((a) => a.${on ? 'enable' : 'disable'}()).then(() => true)`,
  );
/** The count on the icon for the tab at `url`, asked from a page of ours. */
const count = (own: string, url: string) =>
  firefox
    .evaluate<string>(
      own,
      `browser.tabs.query({}).then((tabs) => browser.action.getBadgeText({ tabId: tabs.find((t) => t.url === ${JSON.stringify(url)}).id }))`,
    )
    .catch(() => 'not there yet');

describe('Firefox', () => {
  it('reads every frame, and counts what they hold together', async () => {
    site.pages.set('/inner.html', html(`<p>${CLAIM}</p>`));
    const size = 'style="width:600px;height:200px"';
    site.pages.set(
      '/frames.html',
      html(`<p>${CLAIM}</p><iframe ${size} src="/inner.html"></iframe>
        <iframe ${size} srcdoc="<p>${CLAIM}</p>"></iframe><iframe ${size} id="blank"></iframe>
        <iframe style="width:150px;height:60px" src="/inner.html"></iframe>
        <script>document.getElementById('blank').contentDocument.body.innerHTML = '<p>${CLAIM}</p>';</script>`),
    );
    const url = `${site.url}/frames.html`;
    const own = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
    const tab = await firefox.newTab(url);
    await firefox.activate(tab);
    await expect.poll(() => hosts(tab), PATIENCE).toEqual(['block', 'block', 'block', 'block']);
    await expect.poll(() => count(own, url), PATIENCE).toBe('4');
    await firefox.evaluate(tab, `document.querySelector('iframe').remove()`);
    await expect.poll(() => count(own, url), PATIENCE).toBe('3');
  });

  it('shows no mark of a disabled extension, and takes over when it is on again', async () => {
    site.pages.set('/off.html', html(`<p>${CLAIM}</p>`));
    const tab = await firefox.newTab(`${site.url}/off.html`);
    await firefox.activate(tab);
    await expect.poll(() => hosts(tab), PATIENCE).toEqual(['block']);
    await enable(false);
    // Nothing of ours can run now; what shows the marks went with the extension.
    await expect.poll(() => hosts(tab), PATIENCE).toEqual(['none']);
    await enable(true);
    await expect.poll(() => hosts(tab), PATIENCE).toEqual(['block']);
  });
});
