/** The extension's event page in Firefox: evaluated in, and ended as the browser ends it when it is idle. */
import { EXTENSION, inFrame, type Privileged } from './chrome';

const VIEW = `[...${EXTENSION}.views].find((view) => view.viewType === 'background')`;

/** Evaluates an expression in the event page, which is started if it does not run. */
export async function inBackground<T>(privileged: Privileged, expression: string): Promise<T> {
  await privileged(`(async () => { if (!${VIEW}) await ${EXTENSION}.wakeupBackground(); })()`);
  return inFrame<T>(privileged, { browser: `${VIEW}?.xulBrowser`, expression });
}

/** Ends the event page; resolves once it is gone. */
export const endBackground = (privileged: Privileged): Promise<void> =>
  privileged(
    `${EXTENSION}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
  );

/** Whether the event page runs now. */
export const isBackgroundRunning = (privileged: Privileged): Promise<boolean> =>
  privileged(`Boolean(${VIEW})`);

/** Ends the event page after so many milliseconds without work, instead of half a minute. */
export const idleAfter = (privileged: Privileged, ms: number): Promise<void> =>
  privileged(`void Services.prefs.setIntPref('extensions.background.idle.timeout', ${ms})`);
