/** The icon in the toolbar: how many sentences of a tab match a check, and whether Factmark is paused or off there. */
import { browser } from '../../lib/browser';
import type { OffReason } from '../../lib/messages/calls';
import { onChange } from '../../lib/store/changes';
import { FOREVER, isPaused, type Settings } from '../../lib/store/settings';
import { readSettings } from '../../lib/store/settings-store';
import { say, sayCount } from '../../lib/words';

/** What the icon tells of one tab. */
export interface TabLook {
  /** Sentences that match a check. */
  readonly count: number;
  /** Why the page is not read. */
  readonly off: OffReason | undefined;
}

type Picture = 'on' | 'paused' | 'off';

/** Behind the count; white on it has a contrast of 9 : 1. */
const BADGE = '#3d4a5c';
/** A toolbar's icon is 16 px, on the densest screens three times that. */
const SIZES = [16, 32, 48] as const;
const PAUSE_ENDS = 'pause-ends';

const pathsOf = (picture: Picture): Record<number, string> =>
  Object.fromEntries(
    SIZES.map((size) => [size, picture === 'on' ? `/icon/${size}.png` : `/icon/${picture}-${size}.png`]),
  );

const pictureOf = (off: OffReason | undefined): Picture =>
  off === undefined ? 'on' : off === 'paused' ? 'paused' : 'off';

function titleOf({ count, off }: TabLook): string {
  switch (off) {
    case 'paused':
      return say('browser_title_paused');
    case 'site':
      return say('browser_title_site_off');
    case 'topics':
      return say('browser_title_topics_off');
    case 'publisher':
      return say('browser_title_publisher');
    case 'access':
      return say('browser_title_access');
    case undefined:
      return count === 0 ? say('browser_title') : sayCount('browser_title_found', count);
  }
}

/** Gives the icon the look of a tab; `before` is what it showed there, as far as that matters. */
export async function showTab(tabId: number, look: TabLook, before: Pick<TabLook, 'off'>): Promise<void> {
  const { action } = browser;
  const text = look.count === 0 ? '' : look.count > 99 ? '99+' : String(look.count);
  const picture = pictureOf(look.off);
  const work: Promise<unknown>[] = [
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: BADGE }),
    action.setTitle({ tabId, title: titleOf(look) }),
  ];
  if (picture !== pictureOf(before.off)) work.push(action.setIcon({ tabId, path: pathsOf(picture) }));
  // The tab may have closed since it reported; Firefox for Android has no icons.
  await Promise.allSettled(work);
}

/**
 * Shows a pause on the icon of every tab that has no look of its own, and its end. To be called whenever the background
 * starts.
 */
export function followPause(): void {
  const show = () => showPause().catch((error) => console.warn(`factmark: ${String(error)}`));
  onChange(show, new AbortController().signal);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PAUSE_ENDS) void show();
  });
  void show();
}

async function showPause(): Promise<void> {
  const settings = await readSettings();
  const paused = isPaused(settings, Date.now());
  await Promise.allSettled([
    browser.action.setIcon({ path: pathsOf(paused ? 'paused' : 'on') }),
    browser.action.setTitle({ title: say(paused ? 'browser_title_paused' : 'browser_title') }),
  ]);
  await wakeAtEnd(settings);
}

async function wakeAtEnd(settings: Settings): Promise<void> {
  const { pausedUntil } = settings;
  // A pause without end has no alarm.
  if (pausedUntil < FOREVER && isPaused(settings, Date.now()))
    await browser.alarms.create(PAUSE_ENDS, { when: pausedUntil });
  else await browser.alarms.clear(PAUSE_ENDS);
}
