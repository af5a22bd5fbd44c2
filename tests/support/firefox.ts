/** Drives a real Firefox with the built extension in it. */
import { resolve } from 'node:path';
import { startFirefox } from './bidi';
import { ID } from './firefox/chrome';
import { plain, type Remote } from './firefox/remote';

export const FIREFOX_EXTENSION = resolve(import.meta.dirname, '../../.output/firefox-mv3');

export interface Firefox {
  /** Host part of the extension's own pages. */
  readonly host: string;
  newTab(url: string, wait?: 'complete' | 'none'): Promise<string>;
  /** Evaluates an expression in a tab; with `privileged` in the browser's own window. */
  evaluate<T>(tab: string, expression: string): Promise<T>;
  privileged<T>(expression: string): Promise<T>;
  activate(tab: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox headless with the built extension installed, or another build of it. */
export async function launchFirefox(extension = FIREFOX_EXTENSION): Promise<Firefox> {
  const { send, close } = await startFirefox(['--remote-allow-system-access']);
  await send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = tree.contexts[0]?.context ?? '';
  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const reply = await send<{ type: string; result: Remote; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      {
        expression,
        awaitPromise: true,
        target: { context },
        userActivation: true,
      },
    );
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text);
    return plain(reply.result) as T;
  };
  const host = await evaluate<string>(window, `WebExtensionPolicy.getByID('${ID}').mozExtensionHostname`);
  return {
    host,
    async newTab(url, wait = 'complete') {
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await send('browsingContext.navigate', { context, url, wait });
      return context;
    },
    evaluate,
    privileged: (expression) => evaluate(window, expression),
    activate: (context) => send('browsingContext.activate', { context }),
    close,
  };
}
