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

/** From its next start on, the event page is ended after so many milliseconds without work, instead of half a minute. */
export async function idleAfter(privileged: Privileged, ms: number): Promise<void> {
  await privileged(`void Services.prefs.setIntPref('extensions.background.idle.timeout', ${ms})`);
  // A clock that runs already keeps its time.
  if (await isBackgroundRunning(privileged)) await endBackground(privileged);
}
