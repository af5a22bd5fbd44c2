/** Dialogs for files that pages of extensions open, for Playwright: Firefox tells of those of the web only. */
import type { Bridge } from './bridge';
import { browserWith, inFrame, type Privileged } from './chrome';

/** Runs with the browser's rights beside the page: leaves the input there, and calls. */
const SCRIPT = `if (!globalThis.factmarkFiles) {
  globalThis.factmarkFiles = true;
  Services.obs.addObserver((input) => {
    if (input.ownerDocument !== content.document) return;
    content.wrappedJSObject.factmarkFiles = input;
    content.dispatchEvent(new content.Event('factmark-files'));
  }, 'file-input-picker-opening');
}`;

interface Evaluated {
  readonly type: string;
  readonly result: object;
}

/** Tells Playwright of each dialog of the page in this context, from when this resolves until the page is left. */
export async function tellOfFileDialogs(
  bridge: Bridge,
  privileged: Privileged,
  context: string,
): Promise<void> {
  const browser = browserWith(context);
  await privileged(
    `${browser}.messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(SCRIPT)}), false)`,
  );
  // Such scripts run one after another: once this one did, that one has.
  await inFrame(privileged, { browser, expression: '0' });
  const next = () =>
    bridge.send<Evaluated>('script.evaluate', {
      expression: `new Promise((done) => {
        const take = () => { const input = globalThis.factmarkFiles; delete globalThis.factmarkFiles; done(input); };
        if (globalThis.factmarkFiles) take(); else addEventListener('factmark-files', take, { once: true });
      })`,
      awaitPromise: true,
      target: { context },
    });
  const watch = async () => {
    for (let opened = await next(); opened.type === 'success'; opened = await next())
      bridge.tell('input.fileDialogOpened', { context, element: opened.result, multiple: false });
  };
  void watch().catch(() => {});
}
