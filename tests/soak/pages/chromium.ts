/** Tabs of a real Chromium with the built extension, spoken with over DevTools: what pages redefine does not reach it. */
import type { CDPSession, Page as Tab } from '@playwright/test';
import type { Launched } from '../../support/extension';
import type { Driver } from './driver';
import { lookExpression, type Seen } from './look';
import { once, within } from './within';

const NOT_OPEN = '(element) => element.shadowRoot';
const OPEN = '(element) => chrome.dom.openOrClosedShadowRoot(element)';

interface Reply {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Drives `tab`, which is to be used for nothing else. */
export async function chromiumDriver(tab: Tab, { id }: Pick<Launched, 'id'>): Promise<Driver> {
  const cdp: CDPSession = await tab.context().newCDPSession(tab);
  const own = `chrome-extension://${id}`;
  /** Our worlds in the main frame, newest last. */
  let worlds: number[] = [];
  /** Our worlds in all frames, with the address each was made at; also those that are gone, as exceptions come late. */
  const ours = new Map<number, string>();
  const addresses = new Map<string, string>();
  let thrown: string[] = [];
  let unread: string[] = [];
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const main = frameTree.frame.id;
  let arrived = () => {};
  let loaded = () => {};
  cdp.on('Page.frameNavigated', ({ frame }) => addresses.set(frame.id, frame.url));
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const aux = context.auxData as { type?: string; frameId?: string } | undefined;
    if (aux?.type !== 'isolated' || context.origin !== own) return;
    ours.set(context.id, addresses.get(aux.frameId ?? '') ?? '');
    if (aux.frameId !== main) return;
    worlds.push(context.id);
    arrived();
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    worlds = worlds.filter((world) => world !== executionContextId);
  });
  cdp.on('Runtime.executionContextsCleared', () => {
    worlds = [];
  });
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const said = exceptionDetails.exception?.description ?? exceptionDetails.text;
    const at = ours.get(exceptionDetails.executionContextId ?? -1);
    // It may be of the page before: what is thrown after a look is told with the next.
    if (at !== undefined || JSON.stringify(exceptionDetails).includes(own))
      thrown.push(`at ${at || 'an unknown address'}: ${said}`);
  });
  cdp.on('Runtime.consoleAPICalled', ({ args, executionContextId }) => {
    const said = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
    if (ours.has(executionContextId) && said.includes('factmark')) unread.push(said);
  });
  cdp.on('Log.entryAdded', ({ entry }) => {
    if (entry.url?.startsWith(own) || entry.text.includes(own)) thrown.push(entry.text);
  });
  cdp.on('Page.loadEventFired', () => loaded());
  await cdp.send('Runtime.enable');
  await cdp.send('Page.enable');
  await cdp.send('Log.enable');

  const evaluate = async (expression: string, contextId?: number): Promise<string> => {
    const reply = (await cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      ...(contextId === undefined ? {} : { contextId }),
    })) as Reply;
    if (reply.exceptionDetails)
      throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
    return reply.result.value as string;
  };
  const going = async (go: () => Promise<unknown>) => {
    const here = new Promise<void>((done) => {
      arrived = done;
    });
    const there = new Promise<void>((done) => {
      loaded = done;
    });
    worlds = [];
    const answer = (await within(go(), 'going')) as { errorText?: string } | undefined;
    if (answer?.errorText) throw new Error(answer.errorText);
    // Documents that are loaded have our script by then, or get none.
    await within(
      Promise.race([here, there.then(() => new Promise((r) => setTimeout(r, 150)))]),
      'a script of ours',
    );
  };
  return {
    go: (url) => going(() => cdp.send('Page.navigate', { url })),
    look: (options) =>
      once<Seen>(async () => {
        const world = worlds.at(-1);
        const expression = lookExpression('window', world === undefined ? NOT_OPEN : OPEN, options);
        return JSON.parse(await within(evaluate(expression, world), 'a look'));
      }),
    report: () => within(evaluate('globalThis.W?.report()'), 'a report'),
    async act(act, away) {
      if (act === 'print') await cdp.send('Page.printToPDF', {});
      if (act === 'freeze') {
        await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
        await cdp.send('Page.setWebLifecycleState', { state: 'active' });
      }
      if (act === 'scroll') await evaluate('scrollTo(0, 500); void setTimeout(() => scrollTo(0, 0), 30)');
      if (act === 'wait') await new Promise((done) => setTimeout(done, 700));
      if (act !== 'back') return;
      const { currentIndex, entries } = await cdp.send('Page.getNavigationHistory');
      await going(() => cdp.send('Page.navigate', { url: away }));
      const entry = entries[currentIndex];
      if (entry) await going(() => cdp.send('Page.navigateToHistoryEntry', { entryId: entry.id }));
      // Of the worlds of a page out of the cache nobody is told again, unless he asks.
      await new Promise((done) => setTimeout(done, 100));
      worlds = [];
      await cdp.send('Runtime.disable');
      await cdp.send('Runtime.enable');
    },
    async said() {
      const told = { thrown, unread };
      thrown = [];
      unread = [];
      return told;
    },
  };
}
