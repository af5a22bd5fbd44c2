/** The browser deletes our databases, as it does when the disk is full, while everything is open. */

import type { Page } from '@playwright/test';
import { type Launched, launch } from '../support/extension';
import { newKey, PackMaker } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { idOf, PACK, rocks, saidOf, withPack } from './support/packs';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

let app: Launched;
let host: Host;
test.beforeAll(async () => {
  app = await launch();
  host = await startHost();
});
test.afterAll(async () => {
  await app.close();
  await host.close();
});

/** As the browser does it when room on the disk runs out, and when the reader clears data. */
async function deleteDatabases(options: Page): Promise<void> {
  if (app.firefox) {
    await app.firefox.privileged(`new Promise((done) => {
      const origin = Services.io.newURI('moz-extension://${app.firefox.host}');
      const owner = Services.scriptSecurityManager.createContentPrincipal(origin, {});
      Services.qms.clearStoragesForClient(owner, 'idb').callback = (request) => done(request.resultCode);
    })`);
    return;
  }
  const cdp = await app.context.newCDPSession(options);
  await cdp.send('Storage.clearDataForOrigin', {
    origin: `chrome-extension://${app.id}`,
    storageTypes: 'indexeddb',
  });
}

test('open tabs forget what stood in it, and keep what came with the extension', async ({ site }) => {
  host.serve(new PackMaker(PACK, newKey()).publish({ checks: rocks(20) }).files);
  const options = await withPack(app, host);
  site.pages.set('/both.html', html(`<p>${CLAIM}</p><p>${saidOf(7)}</p>`));
  const { inside } = await open(app, `${site.url}/both.html`, false);
  const marked = async () => (await inside.badges()).map((b) => b.check).sort();
  await expect.poll(marked).toEqual([idOf(7), PACT]);
  await deleteDatabases(options);
  await expect.poll(marked, { timeout: 30_000 }).toEqual([PACT]);
  await options.reload();
  await expect(options.getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect(options.getByText('The pack rocks')).toHaveCount(0);
});
