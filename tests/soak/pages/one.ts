/**
 * One page alone: `npx tsx tests/soak/pages/one.ts SEED NUMBER [chromium|firefox]` says what is right and wrong with it;
 * `npx tsx tests/soak/pages/one.ts SEED NUMBER print` writes out its markup. Build the extension before.
 */
import { startDrivers } from './driver';
import { makePage } from './page';
import { servePages } from './serve';
import { tryPage } from './try';

const [seed, number = '', how = 'chromium'] = process.argv.slice(2);
if (how === 'print') {
  const page = makePage(Number(seed), Number(number));
  for (const [path, { type, policy, body }] of page.files)
    console.log(`${page.path}/${path}\n${type}\n${policy}\n\n${body}\n`);
  console.log(page.features, page.plants);
} else {
  process.env.FACTMARK_BROWSER = how;
  const site = await servePages();
  const { tabs, close } = await startDrivers(1, true);
  const [tab] = tabs;
  if (tab) {
    const { page, ...rest } = await tryPage(tab, site, Number(seed), Number(number));
    console.log(JSON.stringify({ features: page.features, plants: page.plants, ...rest }, null, 1));
  }
  await close();
  await site.close();
}
