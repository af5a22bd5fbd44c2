/** A session of a hundred tabs, restored by Firefox itself: all are loaded at once, and one after the other is looked at. */
import { launchFirefox } from '../../support/firefox';
import { inBackground } from '../../support/firefox/background';
import { wholeFigures } from '../load/memory';
import { firefoxTasks, taskFigures } from '../load/tasks';
import { within } from '../load/watched';
import type { Figure, Outcome, SoakOptions } from '../part';

const PATIENCE = 600_000;

export async function restoreInFirefox(
  urls: readonly string[],
  claims: number,
  { say, signal }: SoakOptions,
): Promise<Outcome> {
  const firefox = await launchFirefox();
  const { privileged } = firefox;
  const state = {
    windows: [
      {
        tabs: urls.map((url) => ({ entries: [{ url, triggeringPrincipal_base64: '{"3":{}}' }], index: 1 })),
        selected: 1,
      },
    ],
  };
  const WINDOW = `Services.wm.getMostRecentWindow('navigator:browser')`;
  try {
    // The packaged checks are there before anybody asks.
    await new Promise((done) => setTimeout(done, 3_000));
    const record = firefoxTasks(privileged);
    const stop = await record();
    const start = performance.now();
    await privileged(`(async () => {
      Services.prefs.setBoolPref('browser.sessionstore.restore_on_demand', false);
      const { SessionStore } = ChromeUtils.importESModule('resource:///modules/sessionstore/SessionStore.sys.mjs');
      await SessionStore.setBrowserState(${JSON.stringify(JSON.stringify(state))});
    })()`);
    const loaded = () =>
      privileged<number>(
        `${WINDOW}.gBrowser.tabs.filter((tab) => ${JSON.stringify(urls)}.includes(tab.linkedBrowser.currentURI.spec) && !tab.linkedBrowser.webProgress.isLoadingDocument && !tab.hasAttribute('pending')).length`,
      );
    let restored = 0;
    await within(PATIENCE, async () => {
      restored = await loaded();
      return restored === urls.length || signal.aborted;
    });
    const inAll = (performance.now() - start) / 1000;
    say(`${restored} tabs restored`);
    const texts = () =>
      inBackground<string[]>(
        privileged,
        `chrome.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id }))))`,
      );
    const hidden = (await texts()).filter((text) => text !== '').length;
    // A reader looks at one after the other; each is given the time it needs.
    let right = 0;
    for (let n = 0; n < urls.length && !signal.aborted; n++) {
      await privileged(`void (${WINDOW}.gBrowser.selectedTab = ${WINDOW}.gBrowser.tabs[${n}])`);
      const took = await within(60_000, async () => (await texts())[n] === String(claims));
      if (took !== undefined) right++;
    }
    const all = (performance.now() - start) / 1000;
    const { long, longest } = await stop();
    const memory = wholeFigures();
    const figures: Figure[] = [
      { name: 'tabs restored', value: restored, unit: '', least: 100 },
      { name: 'until all were loaded', value: inAll, unit: 's' },
      { name: 'read while nobody had looked at them', value: hidden, unit: '', most: 1 },
      { name: 'tabs with all their matches', value: right, unit: '', least: 100 },
      { name: 'until all were looked at and read', value: all, unit: 's' },
      ...taskFigures({ long, longest }),
      ...memory,
    ];
    const failures = right < urls.length && !signal.aborted ? [`${right} of ${urls.length} were read`] : [];
    return { figures, failures };
  } finally {
    await firefox.close();
  }
}
