/** A reader's profile is copied to another place, closed and while the browser runs: both go on from there. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Launched, launch } from '../support/extension';
import { newKey, PackMaker } from '../support/pack-maker';
import { startHost } from '../support/pack-server';
import { call, idOf, installed, PACK, rocks, saidOf, updateNow, withPack } from './support/packs';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

/** Of a browser that runs: whose it is. */
const OWN = /^(Singleton|DevToolsActivePort|lockfile)/;

test('a copied profile has settings and packs, goes on by itself, and the first one too', {
  tag: '@chromium',
}, async ({ site }) => {
  test.slow();
  const host = await startHost();
  const folder = mkdtempSync(join(tmpdir(), 'factmark-copied-'));
  const copy = (name: string) => {
    const to = join(folder, name);
    cpSync(join(folder, 'first'), to, { recursive: true, filter: (path) => !OWN.test(basename(path)) });
    return to;
  };
  const maker = new PackMaker(PACK, newKey());
  host.serve(maker.publish({ checks: rocks(20) }).files);
  site.pages.set('/both.html', html(`<p>${CLAIM}</p><p>${saidOf(7)}</p>`));
  /** Everything that a reader had is there: marks of both libraries, and what was chosen. */
  const isWhole = async (app: Launched) => {
    const { inside } = await open(app, `${site.url}/both.html`, false);
    const marked = async () => (await inside.badges()).map((b) => b.check).sort();
    await expect.poll(marked, { timeout: 30_000 }).toEqual([idOf(7), PACT]);
    const options = await ours(app, 'options.html');
    expect(await call(options, 'settings')).toMatchObject({ topicsOff: ['climate'], loudness: 'badge' });
    return options;
  };
  try {
    let app = await launch({ usedProfile: join(folder, 'first') });
    let options = await withPack(app, host);
    await call(options, 'switchTopic', { topic: 'climate', on: false });
    await isWhole(app);
    const running = copy('running');
    await app.close();
    const closed = copy('closed');

    for (const usedProfile of [running, closed]) {
      app = await launch({ usedProfile, welcome: 'none' });
      options = await isWhole(app);
      // An update of the copy is none of the first one's.
      host.serve(maker.publish({ checks: rocks(21) }).files);
      await updateNow(options);
      await expect(options.getByText(/^Updated The pack rocks/)).toBeVisible();
      await app.close();
    }
    app = await launch({ usedProfile: join(folder, 'first'), welcome: 'none' });
    options = await isWhole(app);
    expect((await installed(options))?.current.checks).toBe(20);
    await app.close();
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
