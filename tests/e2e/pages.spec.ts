/** A share of `npm run soak -- pages`: whole pages made at random of hostile parts, each with claims planted in it. */
import { driverOf } from '../soak/pages/driver';
import { servePages } from '../soak/pages/serve';
import { tryPage } from '../soak/pages/try';
import { expect, test } from './support/test';

const SEED = 1;
const COUNT = 60;
/** These take their time, and are tried in the soak. */
const LONG = /nodes$|^huge|deep tree|^bare: small frame/;

test('hostile pages have their marks and no others, and nothing of ours reaches them', {
  tag: '@chromium',
}, async ({ app }) => {
  // A limit on hanging, not on speed: a busy machine takes several times as long.
  test.setTimeout(300_000);
  const site = await servePages();
  const driver = await driverOf(app);
  const failures: string[] = [];
  let tried = 0;
  let marked = 0;
  for (let n = 0; tried < COUNT; n++) {
    const { act, features } = site.page(SEED, n);
    if (act || features.some((name) => LONG.test(name))) continue;
    const one = await tryPage(driver, site, SEED, n);
    failures.push(...one.failures);
    marked += one.marked;
    tried++;
  }
  await site.close();
  expect(failures).toEqual([]);
  expect(marked).toBeGreaterThan(COUNT);
});
