/** The real sidebar of Firefox: follows the tab, as Chrome's side panel does. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM, html } from '../support/claim';
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

/** Evaluates an expression in the sidebar's document, of which `content` is the window; '' until it is there. */
const inSidebar = (expression: string) =>
  firefox.privileged<string>(`(async () => {
    const { contentDocument } = document.getElementById('sidebar');
    const inner = contentDocument?.getElementById('webext-panels-browser');
    if (!inner) return '';
    const name = 'factmark:' + Math.random();
    const answer = new Promise((done) => inner.messageManager.addMessageListener(name, function heard({ data }) { inner.messageManager.removeMessageListener(name, heard); done(data); }));
    const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', String((' + ${JSON.stringify(expression)} + ') ?? ""))';
    inner.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
    return answer;
  })()`);
const text = () => inSidebar('content.document.body?.innerText');
const current = () =>
  inSidebar('content.document.querySelector("[aria-current] .reading-text")?.textContent');
const soon = { timeout: 15_000 };

describe('the sidebar', () => {
  it('lists the sentences of the tab in front, marks the one in view, and follows', async () => {
    site.pages.set(
      '/sidebar.html',
      html(`<p>${CLAIM}</p><div style="height:3000px"></div><p>Once more: ${CLAIM}</p>`),
    );
    site.pages.set('/plain.html', html('<p>A long walk in the rain is good for the roses.</p>'));
    const tab = await firefox.newTab(`${site.url}/sidebar.html`);
    await firefox.activate(tab);
    await firefox.privileged(
      `SidebarController.show('factmark_factmark_example-sidebar-action').then(() => true)`,
    );
    await expect.poll(current, soon).toBe(CLAIM);
    expect(await text()).toContain('Once more:');
    await firefox.evaluate(tab, 'scrollTo({ top: 1e6, behavior: "instant" })');
    await expect.poll(current, soon).toContain('Once more:');
    await firefox.activate(await firefox.newTab(`${site.url}/plain.html`));
    await expect.poll(text, soon).toContain('Nothing here matches a check');
    await firefox.activate(tab);
    await expect.poll(current, soon).toContain('Once more:');
  });
});
