/** A browser provider for Vitest: opens its page in a real Firefox, so that page tests run in a second engine. */
import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider } from 'vitest/node';
import { type Bidi, startFirefox } from './bidi.ts';

/** What commands get to drive the page with; `context` names its tab. */
export interface FirefoxCommands {
  readonly bidi: Bidi;
  readonly context: string;
}

/** Firefox as Debian and others package it; its window is `width` × `height` CSS pixels. */
export const firefox = (viewport: { width: number; height: number }) =>
  defineBrowserProvider({
    name: 'firefox-bidi',
    supportedBrowser: ['firefox'],
    providerFactory: () => provider(viewport),
  });

function provider(viewport: { width: number; height: number }): BrowserProvider {
  const tabs = new Map<string, string>();
  let running: Promise<Bidi> | undefined;
  return {
    name: 'firefox-bidi',
    supportsParallelism: false,
    getCommandsContext: (session) => ({ bidi: running, context: tabs.get(session) }),
    async openPage(session, url) {
      running ??= startFirefox();
      const { send } = await running;
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      tabs.set(session, context);
      await send('browsingContext.setViewport', { context, viewport });
      await send('browsingContext.navigate', { context, url, wait: 'none' });
    },
    async close() {
      await (await running)?.close();
      running = undefined;
    },
  };
}
