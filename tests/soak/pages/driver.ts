/** Tabs of the browser that runs: what pages redefine reaches none of what is done with them here. */
import { type Launched, launch } from '../../support/extension';
import { chromiumDriver } from './chromium';
import { firefoxDriver } from './firefox';
import type { LookOptions, Seen } from './look';
import type { Act } from './page';

/** What a tab can do with pages, in either browser. */
export interface Driver {
  /** Goes to `url`; resolves once our script is there, or the page is loaded where there is none. */
  go(url: string): Promise<void>;
  look(options: LookOptions): Promise<Seen>;
  /** What the page's own witness reports, or undefined where there is none. */
  report(): Promise<string | undefined>;
  act(act: Act, away: string): Promise<void>;
  /** Exceptions and words of ours since the last time. */
  said(): Promise<{ thrown: string[]; unread: string[] }>;
}

export interface Drivers {
  readonly tabs: readonly Driver[];
  close(): Promise<void>;
}

/** A tab of a browser that runs already. */
export const driverOf = async (app: Launched): Promise<Driver> => {
  if (app.firefox) return firefoxDriver(await app.context.newPage(), app.firefox);
  // In a window of its own: Chromium gives tabs behind others less of the processor.
  const [first] = app.context.pages();
  const cdp = await app.context.newCDPSession(first ?? (await app.context.newPage()));
  const opened = app.context.waitForEvent('page');
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, width: 1_000, height: 1_000 });
  await cdp.detach();
  return chromiumDriver(await opened, app);
};

/** A browser of its own; `cached`: pages that are left stay in the back/forward cache, as they do for readers. */
export async function startDrivers(count: number, cached: boolean): Promise<Drivers> {
  const app = await launch({
    ownSignals: true,
    viewport: { width: 1_000, height: 1_000 },
    ...(cached ? { without: ['--disable-back-forward-cache'] } : {}),
  });
  const tabs: Driver[] = [];
  for (let n = 0; n < count; n++) tabs.push(await driverOf(app));
  return { tabs, close: () => app.close() };
}
