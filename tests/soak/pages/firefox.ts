/** A tab of a real Firefox with the built extension, looked into from the browser's own scope. */
import type { Page as Tab } from '@playwright/test';
import { inFrame, NoAnswer } from '../../support/firefox/chrome';
import type { FirefoxApp } from '../../support/firefox/launch';
import { complaints, forgetComplaints, murmurs } from '../../support/firefox/owner';
import type { Driver } from './driver';
import { lookExpression, type Seen } from './look';
import { once, within } from './within';

/** Only the browser may open closed roots. */
const OPEN = 'Cu.exportFunction((element) => element.openOrClosedShadowRoot, box)';
/** Milliseconds given to a script of ours in a document where nothing is to be marked. */
const IDLE = 150;
/** Milliseconds by which a look on a busy page may be later than it should. */
const LATE = 20_000;

/** Drives `tab`, which is to be used for nothing else. */
export async function firefoxDriver(tab: Tab, { browserOf, privileged }: FirefoxApp): Promise<Driver> {
  const browser = await browserOf(tab);
  /** Asks again where the document was left while it was asked. */
  const inTab = async <T>(what: Parameters<typeof inFrame>[1], left = 3): Promise<T> => {
    try {
      return await within(inFrame<T>(privileged, what), 'a look');
    } catch (error) {
      if (!(error instanceof NoAnswer) || left === 0) throw error;
      return inTab<T>(what, left - 1);
    }
  };
  /** Firefox tells now and then of a navigation that interrupts itself: what counts is where it has come to. */
  const goTo = async (url: string) => {
    try {
      await within(tab.goto(url, { waitUntil: 'commit' }), 'going');
    } catch (error) {
      if (!String(error).includes('interrupted by another navigation')) throw error;
      await within(tab.goto(url, { waitUntil: 'commit' }), 'going again');
    }
  };
  // What is hidden is not read.
  await tab.bringToFront();
  return {
    async go(url) {
      await goTo(url);
      await new Promise((done) => setTimeout(done, IDLE));
    },
    look: (options) =>
      once<Seen>(async () =>
        JSON.parse(
          await inTab<string>({
            browser,
            given: { openRoot: OPEN },
            expression: lookExpression('window', 'openRoot', options),
            asContentScript: true,
            // It looks until all is right, or this long.
            patience: options.patience + LATE,
          }),
        ),
      ),
    report: () =>
      inTab<string | undefined>({
        browser,
        expression: 'said',
        given: { said: 'content.wrappedJSObject.W?.report()' },
        asContentScript: true,
      }),
    async act(act, away) {
      if (act === 'scroll')
        await inTab({ browser, expression: 'void scrollTo(0, 500)', asContentScript: true });
      if (act === 'wait') await new Promise((done) => setTimeout(done, 700));
      if (act !== 'back') return;
      await goTo(away);
      await within(tab.goBack({ waitUntil: 'commit' }), 'coming back');
    },
    /** Of all tabs: where the next one asks, some of it is told of that one. */
    async said() {
      const told = { thrown: await complaints(privileged), unread: await murmurs(privileged) };
      await forgetComplaints(privileged);
      return told;
    },
  };
}
