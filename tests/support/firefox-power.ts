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

/** The popup of our button in the toolbar, while it is open. */
export const POPUP = `document.querySelector('.webextension-popup-browser')`;

/** Clicks our button in the toolbar. */
export const openPopup = (firefox: Firefox) =>
  firefox.privileged<boolean>(`(() => {
    const id = 'factmark_factmark_example-browser-action';
    if (CustomizableUI.getPlacementOfWidget(id)?.area !== 'nav-bar') CustomizableUI.addWidgetToArea(id, 'nav-bar');
    const { node } = CustomizableUI.getWidget(id).forWindow(window);
    (node.querySelector('.unified-extensions-item-action-button') ?? node).click();
    return true;
  })()`);

/** Chooses an entry of our menu on the icon, as the browser tells it once the reader has clicked. */
export const chooseInMenu = (firefox: Firefox, menuItemId: string) =>
  firefox.privileged<boolean>(
    `${EXTENSION}.emit('webext-menu-menuitem-click', { menuItemId: ${JSON.stringify(menuItemId)}, editable: false, modifiers: [], button: 0 }, gBrowser.selectedTab) ?? true`,
  );

/** Presses Alt+Shift and a letter: what the browser bound to these keys for us is done. */
export const pressKeys = (firefox: Firefox, letter: string) =>
  firefox.privileged<boolean>(`(() => {
    const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-factmark"] > key')];
    keys.find((key) => key.getAttribute('key').toUpperCase() === '${letter}').doCommand();
    return true;
  })()`);

/** What our background and pages complained of, and errors in our scripts. */
export const complaints = (firefox: Firefox) =>
  firefox.privileged<string[]>(`(() => {
    const said = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
      .filter((event) => event.filename.includes('moz-extension:') && ['warn', 'error'].includes(event.level))
      .map((event) => event.arguments.map(String).join(' '));
    const thrown = Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
      .filter((message) => message.sourceName.includes('moz-extension:'))
      // A page that is left with a question on its way is no fault.
      .filter((message) => !message.errorMessage.includes('context unloaded'))
      .map((message) => message.errorMessage + ' ' + message.sourceName + ':' + message.lineNumber);
    return [...said, ...thrown];
  })()`);

/** Lets the extension into private windows, as its switch on the add-ons page does, which starts it anew. */
export const allowPrivate = (firefox: Firefox) =>
  firefox.privileged<boolean>(`(async () => {
    await ${PERMISSIONS}.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID('${ID}')).reload();
    return true;
  })()`);
