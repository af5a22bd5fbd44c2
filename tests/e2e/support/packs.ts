/** Packs in the built extension: made in memory, served by a host that counts, added and updated as a reader does. */
import type { Page } from '@playwright/test';
import type { FactCheck } from '../../../lib/claims';
import type { PanelCalls } from '../../../lib/messages/calls';
import type { StoredSource } from '../../../lib/store/source';
import type { Launched } from '../../support/extension';
import { LEFT_OVER } from '../../support/left-over';
import { parsedCheck } from '../../support/library';
import type { Host } from '../../support/pack-server';
import { expect, ours } from './test';

export { type Held, holdAt } from '../../support/pack-hold';

/** Id of the pack and of its source, its title, and where it is on its host. */
export const PACK = 'rocks';
export const SOURCE = `pack:${PACK}`;
export const TITLE = `The pack ${PACK}`;
export const addressOf = (host: Host) => `${host.url}pack.json`;

/** A check of the pack as everybody outside it names it, and a sentence that says what it examines. */
export const idOf = (n: number) => `${PACK}.rock-${n}`;
export const saidOf = (n: number) => `They say that rock number ${n} is made of green cheese.`;

/** Check number `n`; `change` replaces fields. */
export const rock = (n: number, change: Record<string, unknown> = {}): FactCheck =>
  parsedCheck(`rock-${n}`, {
    question: `Is rock number ${n} made of green cheese?`,
    claims: [
      {
        id: 'made-of-cheese',
        text: `Rock number ${n} is made of green cheese.`,
        says: [`rock number ${n} .. made of ~ cheese`],
      },
    ],
    ...change,
  });

export const rocks = (count: number, change: Record<string, unknown> = {}): FactCheck[] =>
  Array.from({ length: count }, (_, n) => rock(n, change));

/** Makes a call as the settings page does. @throws Error with what the background says against it. */
export async function call<K extends keyof PanelCalls>(
  page: Page,
  name: K,
  ...[query]: Parameters<PanelCalls[K]>
): Promise<Awaited<ReturnType<PanelCalls[K]>>> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    wire: 'factmark/1',
    call: name,
    query,
  });
  if (reply?.error !== undefined) throw new Error(reply.error);
  return reply?.value;
}

/** The pack as the background has it now. */
export const installed = async (page: Page): Promise<StoredSource | undefined> =>
  (await call(page, 'library')).sources.find(({ id }) => id === SOURCE);

/** What check number `n` answers now. */
export async function answerOf(page: Page, n: number): Promise<string | undefined> {
  const view = await call(page, 'check', { id: idOf(n), opened: false });
  return view?.kind === 'check' ? view.check.answer : undefined;
}

/** Types `address` and agrees to its host being asked. */
export async function agree(options: Page, address: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Address', exact: true }).fill(address);
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: /^Ask / }).click();
}

/** The settings page with the pack of `host` added. */
export async function withPack(app: Launched, host: Host): Promise<Page> {
  const options = await ours(app, 'options.html');
  await agree(options, addressOf(host));
  await expect(options.getByText(/^Added .* from The pack/)).toBeVisible();
  return options;
}

export const entryOf = (options: Page) => options.locator('.source-entry').filter({ hasText: TITLE });
export const updateNow = (options: Page) =>
  options.getByRole('button', { name: `Update ${TITLE} now` }).click();

/** Makes the pack due and lets the hourly alarm ring now. */
export async function ring(app: Launched, page: Page): Promise<void> {
  await page.evaluate(
    (id) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('factmark');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction('sources', 'readwrite');
          const reading = tx.objectStore('sources').get(id);
          reading.onsuccess = () =>
            tx.objectStore('sources').put({ ...reading.result, looked: '2020-01-01T00:00:00.000Z' });
          tx.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    SOURCE,
  );
  await (await app.worker()).evaluate(() => chrome.alarms.create('updates', { when: Date.now() }));
}

/** Names in the database under which something is stored that no source refers to. */
export const leftOver = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {${LEFT_OVER}})()`);
