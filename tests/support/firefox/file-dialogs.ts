/** Dialogs for files that pages of extensions open, for Playwright: Firefox tells of those of the web only. */
import type { Bridge } from './bridge';
import { browserWith, type Privileged } from './chrome';

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

/** Tells Playwright of each dialog of the page in this context, until the page is left; rejects then. */
export async function tellOfFileDialogs(
  bridge: Bridge,
  privileged: Privileged,
  context: string,
): Promise<void> {
  await privileged(
    `${browserWith(context)}.messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(SCRIPT)}), false)`,
  );
  for (;;) {
    const { type, result } = await bridge.send<Evaluated>('script.evaluate', {
      expression: `new Promise((done) => addEventListener('factmark-files', () => done(factmarkFiles), { once: true }))`,
      awaitPromise: true,
      target: { context },
    });
    if (type !== 'success') return;
    bridge.tell('input.fileDialogOpened', { context, element: result, multiple: false });
  }
}
