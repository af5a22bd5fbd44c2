/** Pages that the reader opens, goes to, looks at and leaves. */
import type { Random } from '../random';
import { type Life, type Open, pause } from './life';
import type { WebPage } from './world';

/** Tabs of the first window, most. */
const MOST_TABS = 5;

export type Visits = ReturnType<typeof visitSteps>;

export function visitSteps(life: Life, random: Random) {
  const { reader, world, counts } = life;
  let lastTab = 0;
  const steps = {
    /** Tabs of the extension that opened by themselves go; the reader's are in front again. */
    async refront(): Promise<void> {
      await life.ask(
        `for (const tab of await api.tabs.query({}))
           if (tab.url?.startsWith(${JSON.stringify(`${reader.origin}/`)}) && tab.url !== ${JSON.stringify(`${reader.origin}/check.html`)}) await api.tabs.remove(tab.id);`,
      );
      for (const open of life.inFront.values()) await reader.front(open.tab);
    },
    someOpen: (): Open => random.pick([...life.inFront.values()]),
    /** A page in a new tab; of the first window, or alone in a window. */
    async open(page: WebPage, window: 'tab' | 'window'): Promise<void> {
      counts.pages++;
      const n = ++lastTab;
      const host = random.pick(world.hosts);
      const tab = await reader.open(world.addressOf(host, page, n), window);
      const open: Open = { tab, n, page, host };
      if (window === 'tab') life.tabs.push(open);
      life.inFront.set(window, open);
    },
    async visit(): Promise<void> {
      const page = random.pick(world.pages);
      if (life.tabs.length < MOST_TABS && random.chance(0.5)) return steps.open(page, 'tab');
      const open = steps.someOpen();
      counts.pages++;
      open.page = page;
      open.host = random.pick(world.hosts);
      await reader.go(open.tab, world.addressOf(open.host, page, open.n));
    },
    async follow(): Promise<void> {
      const open = steps.someOpen();
      const path = await reader.run<string>(
        open.tab,
        `(() => { const a = document.links[${random.int(0, 2)}]; setTimeout(() => a.click()); return a.pathname; })()`,
      );
      const page = world.pages.find((one) => one.path === path);
      if (!page) throw new Error(`no page at ${path}`);
      counts.pages++;
      for (let n = 0; n < 400; n++) {
        await pause(25);
        const at = `location.pathname === ${JSON.stringify(path)} && document.readyState === 'complete'`;
        if (await reader.run<boolean>(open.tab, at).catch(() => false)) break;
      }
      open.page = page;
    },
    async scroll(): Promise<void> {
      const { tab } = steps.someOpen();
      await reader.run(tab, `scrollTo({ top: ${random.int(0, 3_000)}, behavior: 'instant' })`);
      await pause(random.int(0, 200));
      await reader.run(tab, `scrollTo({ top: 0, behavior: 'instant' })`);
    },
    async front(): Promise<void> {
      const open = random.pick(life.tabs);
      life.inFront.set('tab', open);
      await reader.front(open.tab);
    },
    async close(): Promise<void> {
      if (life.tabs.length < 3) return;
      const [open] = life.tabs.splice(random.int(0, life.tabs.length - 1), 1);
      if (!open) return;
      await reader.close(open.tab);
      if (life.inFront.get('tab') === open) await steps.front();
    },
  };
  return steps;
}
