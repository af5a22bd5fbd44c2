/** The built extension in a browser of its own: its settings page, what its calls answer, and the heaps of its workers. */
import type { Page } from '@playwright/test';
import { DevTools, type Target } from '../../support/devtools';
import { type Launched, launch } from '../../support/extension';

/** Milliseconds between two looks at a heap. */
const EVERY = 200;
/** Half a million claims on a busy machine; whoever waits can press Ctrl-C. */
export const PATIENCE = 3_600_000;

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

export class Browser {
  private constructor(
    readonly app: Launched,
    readonly options: Page,
  ) {}

  static async open(): Promise<Browser> {
    const app = await launch({ ownSignals: true, flags: ['--remote-debugging-port=0'] });
    app.context.setDefaultTimeout(PATIENCE);
    const options = await app.context.newPage();
    await options.goto(`chrome-extension://${app.id}/options.html`);
    await options.locator('input[type=file]').waitFor({ state: 'attached' });
    return new Browser(app, options);
  }

  close(): Promise<void> {
    return this.app.close().catch(() => {});
  }

  /** A page of the extension that does nothing of its own. */
  async still(): Promise<Page> {
    const page = await this.app.context.newPage();
    await page.goto(`chrome-extension://${this.app.id}/manifest.json`);
    return page;
  }

  /** Adds a feed from its file; answers with milliseconds, and the most bytes that the adding worker's heap held. */
  async addFile(path: string): Promise<{ ms: number; heap: number; samples: number }> {
    const heap = await this.watchHeap((t) => t.type === 'worker' && t.url.includes('library-worker'));
    const started = performance.now();
    await this.options.locator('input[type=file]').setInputFiles(path);
    await this.ended();
    return { ms: performance.now() - started, ...heap() };
  }

  /** Adds what is at `address`; answers with the milliseconds after the reader's yes. */
  async addAddress(address: string): Promise<number> {
    // Behind another page its timers would be held back.
    await this.options.bringToFront();
    await this.options.getByRole('textbox', { name: 'Address', exact: true }).fill(address);
    await this.options.keyboard.press('Enter');
    const yes = this.options.getByRole('button', { name: /^Ask / });
    await yes.waitFor();
    const started = performance.now();
    await yes.click();
    await this.ended();
    return performance.now() - started;
  }

  /** Takes a source away. */
  async remove(id: string): Promise<void> {
    const reply = await this.options.evaluate(
      (query) => chrome.runtime.sendMessage({ wire: 'factmark/1', call: 'removeSource', query }),
      { id },
    );
    if (reply?.error) throw new Error(reply.error);
  }

  /** Bytes in use by the extension's database, as the browser estimates. */
  estimate(): Promise<number> {
    return this.options.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  }

  /** Bytes that the service worker's heap holds once what could be let go was let go. */
  async heldByWorker(): Promise<number> {
    const devtools = await DevTools.follow(this.app.profile, [], () => {});
    try {
      const target = await until(() =>
        devtools.find((t) => t.type === 'service_worker' && t.url.includes(this.app.id)),
      );
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage', {}, target.session);
      return held(await devtools.send<HeapUsage>('Runtime.getHeapUsage', {}, target.session));
    } finally {
      devtools.close();
    }
  }

  /** Waits until the settings page says how the work ended. @throws Error with its words if it failed. */
  private async ended(): Promise<void> {
    const said = this.options.locator('.adding .progress [role=status]');
    const words = await said.filter({ hasText: /^Added |was not added/ }).textContent();
    if (!words?.startsWith('Added ')) throw new Error(words ?? 'nothing was said');
  }

  /** Looks at the heap of the target that `match` accepts as long as there is one, until the answer is called. */
  private async watchHeap(
    match: (target: Target) => boolean,
  ): Promise<() => { heap: number; samples: number }> {
    const devtools = await DevTools.follow(this.app.profile, [], () => {});
    let heap = 0;
    let samples = 0;
    const timer = setInterval(() => {
      const target = devtools.find(match);
      if (!target) return;
      devtools.send<HeapUsage>('Runtime.getHeapUsage', {}, target.session).then(
        (usage) => {
          heap = Math.max(heap, held(usage));
          samples++;
        },
        // It has ended.
        () => {},
      );
    }, EVERY);
    return () => {
      clearInterval(timer);
      devtools.close();
      return { heap, samples };
    };
  }
}

const held = ({ usedSize, backingStorageSize }: HeapUsage): number => usedSize + backingStorageSize;

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let n = 0; n < 100; n++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the service worker never came');
}
