/** Firefox's own scope, from which everything in the browser can be seen: its windows, and each frame it shows. */

/** Evaluates an expression in the browser's window. */
export type Privileged = <T>(expression: string) => Promise<T>;

export const ID = 'factmark@factmark.example';
/** The same as it stands in ids of the browser's own elements. */
export const WIDGET = 'factmark_factmark_example';

/** An expression: the extension as the browser knows it. */
export const EXTENSION = `WebExtensionPolicy.getByID('${ID}').extension`;

/** An expression: the browser's window in front. */
export const WINDOW = `Services.wm.getMostRecentWindow('navigator:browser')`;

const CONTEXTS = `ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager`;

/** An expression: the `<browser>` element of a tab with this BiDi context. */
export const browserWith = (context: string): string =>
  `${CONTEXTS}.getBrowserById(${JSON.stringify(context)})`;

/** An expression: the BiDi context of a `<browser>` element. */
export const idOfBrowser = (browser: string): string => `${CONTEXTS}.getIdForBrowser(${browser})`;

/** What a frame that does not answer says; its document was left meanwhile, or is not there yet. */
export class NoAnswer extends Error {}

export interface InFrame {
  /** Expression for the `<browser>` element that shows the document. */
  readonly browser: string;
  /** Evaluated with the document's globals, and what `given` names; may be a promise. */
  readonly expression: string;
  /** Names to expressions that are evaluated with the browser's rights; `content` is the window. */
  readonly given?: Readonly<Record<string, string>>;
  /** See the document as a content script does: without what the page's scripts put in place of the browser's own. */
  readonly asContentScript?: boolean;
  /** Milliseconds after which nobody answers there. */
  readonly patience?: number;
}

/** Evaluates in a document that BiDi shows to nobody: popup, sidebar, background page, or any with its closed roots. */
export async function inFrame<T>(privileged: Privileged, what: InFrame): Promise<T> {
  const { browser, expression, given = {}, asContentScript = false, patience = 10_000 } = what;
  const code = `(async () => JSON.stringify(await (${expression})))()`;
  // One sandbox for each document: what an expression leaves in its globals, the next one finds.
  const script = `(async () => {
    const boxes = globalThis.factmarkBoxes${asContentScript ? 'X' : ''} ??= new WeakMap();
    const box = boxes.get(content.document) ?? new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: ${asContentScript} });
    boxes.set(content.document, box);
    ${Object.entries(given)
      .map(([name, value]) => `box[${JSON.stringify(name)}] = ${value};`)
      .join(' ')}
    return Cu.evalInSandbox(${JSON.stringify(code)}, box);
  })().then((value) => sendAsyncMessage(NAME, { value }), (error) => sendAsyncMessage(NAME, { error: String(error) }))`;
  const answer = await privileged<{ value?: string; error?: string } | null>(`new Promise((done) => {
    const browser = ${browser};
    if (!browser?.messageManager) return done(null);
    const { messageManager } = browser;
    const name = 'factmark:' + Math.random();
    const end = (answer) => {
      messageManager.removeMessageListener(name, heard);
      browser.removeEventListener('XULFrameLoaderCreated', left);
      clearTimeout(late);
      done(answer);
    };
    const left = () => end(null);
    // The next document lives in another process: the one that was asked is gone with the question.
    browser.addEventListener('XULFrameLoaderCreated', left);
    const heard = ({ data }) => end(data);
    const late = setTimeout(end, ${patience}, null);
    messageManager.addMessageListener(name, heard);
    const script = ${JSON.stringify(script)}.replaceAll('NAME', JSON.stringify(name));
    messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  })`);
  if (!answer) throw new NoAnswer(`no document answered at ${browser}`);
  if (answer.error !== undefined) throw new Error(answer.error);
  return (answer.value === undefined ? undefined : JSON.parse(answer.value)) as T;
}

/** An expression: the `<browser>` element of the tab in front. */
export const FRONT = `${WINDOW}.gBrowser.selectedBrowser`;

/**
 * Evaluates in the document that a `<browser>` element shows, with the browser's rights: `content` is its window, closed
 * roots are open, and a click counts as the reader's own.
 */
export const asBrowser = <T>(privileged: Privileged, browser: string, expression: string): Promise<T> =>
  inFrame<T>(privileged, {
    browser,
    expression: 'answer',
    given: {
      answer: `(() => {
        const hand = content.windowUtils.setHandlingUserInput(true);
        try { return ${expression}; } finally { hand.destruct(); }
      })()`,
    },
  });

/** What stands on the page of a `<browser>` element. */
export const textIn = (privileged: Privileged, browser: string): Promise<string> =>
  asBrowser(privileged, browser, `content.document.body?.innerText ?? ''`);

/** Clicks the button there that is called so. */
export const clickIn = (privileged: Privileged, browser: string, name: string): Promise<void> =>
  asBrowser(
    privileged,
    browser,
    `void [...content.document.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent).trim() === ${JSON.stringify(name)}).click()`,
  );
