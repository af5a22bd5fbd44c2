/**
 * Opens the demo news page in a browser with the built extension. Without a display: prints every badge
 * (check, sentence, verdict) and the path of a screenshot.
 */
import { mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Badge, Inside, launch } from './extension';
import { serve } from './server';

const FIXTURE = resolve(import.meta.dirname, '../fixtures/demo');
const SHOT = resolve(import.meta.dirname, '../../.tmp/demo.png');

async function main(): Promise<void> {
  const site = await serve(FIXTURE);
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const headless = !display || Boolean(process.env.CI);
  const app = await launch({ headless });
  const page = app.context.pages()[0] ?? (await app.context.newPage());
  const inside = await Inside.attach(page, app);
  await page.goto(`${site.url}/`);
  if (!headless) {
    console.log(
      `The demo page is open at ${site.url}/ with Factmark in the toolbar. Close the browser to end.`,
    );
    await new Promise<void>((closed) => app.context.on('close', () => closed()));
  } else {
    await settled(inside);
    const badges = await inside.allBadges(page);
    print(badges);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await settled(inside);
    mkdirSync(resolve(SHOT, '..'), { recursive: true });
    await page.screenshot({ path: SHOT });
    console.log(`\nScreenshot: ${relative(process.cwd(), SHOT)}`);
    await app.close();
  }
  await site.close();
}

/** Waits until no further badge has come for a while. */
async function settled(inside: Inside): Promise<void> {
  let last = -1;
  for (let same = 0, n = 0; same < 6 && n < 100; n++) {
    const now = (await inside.badges()).length;
    same = now === last && now > 0 ? same + 1 : 0;
    last = now;
    await new Promise((r) => setTimeout(r, 150));
  }
}

function print(badges: readonly Badge[]): void {
  console.log(`\n${badges.length} badges on the demo page:\n`);
  for (const { check, text, stance, label } of badges) {
    const verdict = /^Fact-check: (.*?)\. /.exec(label)?.[1] ?? '';
    console.log(`  ${check}  [${verdict}]  ${stance}\n    “${text}”`);
  }
}

await main();
