/** What a test does to Firefox that only its owner or the browser itself can do. */
import type { Firefox } from './firefox';

const ID = 'factmark@factmark.example';

/** The extension as the browser's parent process knows it. */
const EXTENSION = `WebExtensionPolicy.getByID('${ID}').extension`;
const PERMISSIONS = `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions`;

/** Every website, as the manifest asks for them. */
export const ALL = ['http://*/*', 'https://*/*', 'file:///*'];

const change = (firefox: Firefox, how: 'add' | 'remove', origins: readonly string[]) =>
  firefox.privileged<boolean>(
    `${PERMISSIONS}.${how}('${ID}', { permissions: [], origins: ${JSON.stringify(origins)} }, ${EXTENSION}).then(() => true)`,
  );

/** Lets the extension into these hosts, as a switch of the add-ons page does. */
export const grant = (firefox: Firefox, origins: readonly string[]) => change(firefox, 'add', origins);
/** Takes these hosts away from the extension. */
export const revoke = (firefox: Firefox, origins: readonly string[]) => change(firefox, 'remove', origins);

/** Ends the event page as idle time does; resolves once it has ended. */
export const endBackground = (firefox: Firefox) =>
  firefox.privileged<boolean>(
    `${EXTENSION}.terminateBackground({ disableResetIdleForTest: true }).then(() => true)`,
  );

/** Is the event page running, starting, or ended? */
export const backgroundState = (firefox: Firefox) =>
  firefox.privileged<string>(`String(${EXTENSION}.backgroundState)`);

/** The browser's frame of the tab in front, and of the sidebar. */
export const FRONT = 'gBrowser.selectedBrowser';
export const SIDEBAR = `document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')`;

/**
 * Evaluates in the page of a frame as the browser itself: `content` is its window, and a click counts as the reader's own.
 * Answers with a text; '' while there is no frame, and for nothing.
 */
export const inFrame = (firefox: Firefox, frame: string, expression: string) =>
  firefox.privileged<string>(`(async () => {
    const frame = ${frame};
    if (!frame) return '';
    const name = 'factmark:' + Math.random();
    const answer = new Promise((done) => frame.messageManager.addMessageListener(name, function heard({ data }) {
      frame.messageManager.removeMessageListener(name, heard);
      done(data);
    }));
    const code = '{ const hand = content.windowUtils.setHandlingUserInput(true); let said = ""; try { said = (' + ${JSON.stringify(expression)} + ') ?? ""; } finally { hand.destruct(); } sendAsyncMessage("' + name + '", String(said)); }';
    frame.messageManager.loadFrameScript('data:,' + encodeURIComponent(code), false);
    return answer;
  })()`);

/** What stands on the page of a frame. */
export const textIn = (firefox: Firefox, frame: string) =>
  inFrame(firefox, frame, 'content.document.body?.innerText');

/** Clicks the button of a frame's page that is called so. */
export const clickIn = (firefox: Firefox, frame: string, name: string) =>
  inFrame(
    firefox,
    frame,
    `[...content.document.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent).trim() === ${JSON.stringify(name)}).click()`,
  );
