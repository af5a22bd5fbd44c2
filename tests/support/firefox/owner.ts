/** What only the owner of a Firefox does to an extension, on the add-ons page; and what the browser's console tells. */
import { EXTENSION, ID, type Privileged } from './chrome';

const PERMISSIONS = `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions`;

/** Every website, as the manifest asks for them. */
export const ALL = ['http://*/*', 'https://*/*', 'file:///*'];

const change = (privileged: Privileged, how: 'add' | 'remove', origins: readonly string[]): Promise<void> =>
  privileged(
    `${PERMISSIONS}.${how}('${ID}', { permissions: [], origins: ${JSON.stringify(origins)} }, ${EXTENSION}).then(() => {})`,
  );

/** Lets the extension into these hosts, as a switch of the add-ons page does. */
export const grant = (privileged: Privileged, origins: readonly string[]) =>
  change(privileged, 'add', origins);
/** Takes these hosts away from the extension. */
export const revoke = (privileged: Privileged, origins: readonly string[]) =>
  change(privileged, 'remove', origins);

/** Lets the extension into private windows, which starts it anew. */
export const allowPrivate = (privileged: Privileged): Promise<void> =>
  privileged(`(async () => {
    await ${PERMISSIONS}.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID('${ID}')).reload();
  })()`);

/** What our background and pages complained of, and errors in our scripts. */
export const complaints = (privileged: Privileged): Promise<string[]> =>
  privileged(`(() => {
    const said = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
      .filter((event) => event.filename.includes('moz-extension:') && ['warn', 'error'].includes(event.level))
      .map((event) => event.arguments.map(String).join(' '));
    const thrown = Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
      .filter((message) => message.sourceName.includes('moz-extension:'))
      // A page that is left with a question on its way is no fault.
      .filter((message) => !/context (unloaded|is inactive)/.test(message.errorMessage))
      .map((message) => [message.errorMessage, 'at', message.sourceName, message.lineNumber, message.columnNumber, message.stack ?? ''].join(' '));
    return [...said, ...thrown];
  })()`);

/** Empties what `complaints` and `murmurs` read. */
export const forgetComplaints = (privileged: Privileged): Promise<void> =>
  privileged(`(() => {
    Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).clearEvents();
    Services.console.reset();
  })()`);

/** What our scripts said for those who look for it: they went on without a part of a page. */
export const murmurs = (privileged: Privileged): Promise<string[]> =>
  privileged(`Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
    .filter((event) => event.filename.includes('moz-extension:') && event.level === 'debug')
    .map((event) => event.arguments.map(String).join(' '))
    .filter((said) => said.includes('factmark'))`);
