/** The reader's Chromium. Its errors are heard over a DevTools line of our own, workers' among them. */
import type { Page } from '@playwright/test';
import { openPopup } from '../../e2e/support/surface';
import { lookInChromium } from '../../support/chromium';
import { DevTools, type Target } from '../../support/devtools';
import { type Look, launch } from '../../support/extension';
import type { Reader, Tab } from './reader';

interface Spoken {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}
interface Thrown {
  readonly exceptionDetails: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

export async function chromiumReader(): Promise<Reader> {
  const app = await launch({ flags: ['--remote-debugging-port=0'], ownSignals: true });
  const { context, origin } = app;
  let said: string[] = [];
  const heard = (method: string, params: never, { type, url }: Target) => {
    const where = `${type} ${url}`;
    if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = (params as Thrown).exceptionDetails;
      said.push(`error in ${where}: ${text} ${exception?.description ?? ''}`);
    } else if (method === 'Runtime.consoleAPICalled') {
      const { type: level, args } = params as Spoken;
      if (!['warning', 'error', 'assert'].includes(level)) return;
      said.push(`${level} in ${where}: ${args.map((a) => a.value ?? a.description ?? '').join(' ')}`);
    }
  };
  const devtools = await DevTools.follow(app.profile, ['Runtime'], heard);
  const pages = new Map<string, { readonly page: Page; readonly look: Promise<Look> }>();
  let last = 0;
  const at = ({ key }: Tab) => {
    const there = pages.get(key);
    if (!there) throw new Error(`the tab ${key} is closed`);
    return there;
  };
  const keep = (page: Page): Tab => {
    const key = `${++last}`;
    const look = lookInChromium(page, app.id, false, true);
    look.catch(() => {});
    pages.set(key, { page, look });
    page.once('close', () => pages.delete(key));
    return { key };
  };
  const newWindow = async (): Promise<Page> => {
    const opened = context.waitForEvent('page');
    await devtools.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    return opened;
  };
  return {
    name: 'chromium',
    profile: app.profile,
    origin,
    async open(url, own = 'tab') {
      const page = own === 'window' ? await newWindow() : await context.newPage();
      const tab = keep(page);
      await at(tab).look;
      await page.goto(url);
      return tab;
    },
    go: async (tab, url) => void (await at(tab).page.goto(url)),
    front: (tab) => at(tab).page.bringToFront(),
    close: (tab) => at(tab).page.close(),
    run: <T>(tab: Tab, expression: string) => at(tab).page.evaluate(expression) as Promise<T>,
    look: async (tab, expression) => (await at(tab).look)(expression),
    async point(tab, x, y, click) {
      const { mouse } = at(tab).page;
      // On its way it would come by other badges.
      await mouse.move(x, y);
      if (click) await mouse.click(x, y);
    },
    async popup() {
      const popup = await openPopup(app);
      try {
        return await popup.evaluate<string>(WORDS);
      } finally {
        await popup.close();
      }
    },
    async kill() {
      const { targetInfos } = await devtools.send<{
        targetInfos: { type: string; url: string; targetId: string }[];
      }>('Target.getTargets');
      const worker = targetInfos.find((t) => t.type === 'service_worker' && t.url.startsWith(origin));
      if (!worker) return false;
      // It may have ended by itself meanwhile.
      await devtools.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => {});
      return true;
    },
    async complaints() {
      const now = said;
      said = [];
      return now;
    },
    async end() {
      devtools.close();
      await app.close();
    },
  };
}

/** The words of a page of ours, once it has some that are more than its frame's. */
export const WORDS = `new Promise((done) => {
  const look = (left) => {
    const text = document.body?.innerText ?? '';
    if (/sentence|no .*match|paused|off|not read/i.test(text) || left === 0) return done(text);
    setTimeout(look, 50, left - 1);
  };
  look(200);
})`;
