/** Another extension in the same browser: it may knock, and nobody opens. */
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { EXTENSION, launch } from '../support/extension';

/** An extension with one page and no rights, in a folder of its own. */
function makeStranger(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stranger-')));
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    // As ours: or the browser would not even try.
    message_serialization: 'structured_clone',
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Stranger</title>');
  return folder;
}

/** The id that Chromium gives to what is loaded from a folder: the first half of its hash, in letters from a to p. */
const idOf = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

// A second extension can be had in Chromium only.
test('another extension is not answered, connected to, or given a file', { tag: '@chromium' }, async () => {
  const folder = makeStranger();
  const both = `${EXTENSION},${folder}`;
  const app = await launch({ flags: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] });
  const page = await app.context.newPage();
  await page.goto(`chrome-extension://${idOf(folder)}/page.html`);
  await expect(page).toHaveTitle('Stranger');
  const tried = await page.evaluate(async (id) => {
    const { runtime } = chrome;
    const ask = (call: string, query: unknown) =>
      runtime
        .sendMessage(id, { wire: 'factmark/1', call, query })
        .then((answer) => JSON.stringify(answer) ?? 'nothing', String);
    const connect = (name: string) =>
      new Promise<string>((done) => {
        const port = runtime.connect(id, { name });
        port.onMessage.addListener(() => done('answered'));
        port.onDisconnect.addListener(() => done(runtime.lastError?.message ?? 'closed'));
      });
    return [
      await ask('settings', undefined),
      await ask('receipt', undefined),
      await ask('switchSite', { on: false }),
      await connect('factmark/working'),
      await connect('factmark/watch'),
      await fetch(`chrome-extension://${id}/options.html`).then(String, () => 'refused'),
    ];
  }, app.id);
  const nobody = /Receiving end does not exist/;
  for (const answer of tried.slice(0, 5)) expect(answer).toMatch(nobody);
  expect(tried[5]).toBe('refused');
  // The same words from a page of ours are answered: it was the sender that was refused.
  const own = await app.context.newPage();
  await own.goto(`chrome-extension://${app.id}/options.html`);
  const reply = await own.evaluate(() =>
    chrome.runtime.sendMessage({ wire: 'factmark/1', call: 'settings' }),
  );
  expect(reply.value).toMatchObject({ loudness: 'badge' });
  await app.close();
  rmSync(folder, { recursive: true });
});
