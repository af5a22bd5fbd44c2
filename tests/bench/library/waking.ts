/** How long a killed background takes to answer, against merely reading what it reads. */
import type { Page } from '@playwright/test';
import { killWorker } from '../../e2e/support/worker';
import { median } from '../page/visit';
import type { Browser } from './browser';

const ROUNDS = 7;

/** Milliseconds, medians; `bytes`: those that were merely read. */
export interface Waking {
  /** To the answer to a call that needs all of the library. */
  readonly answer: number;
  /** To the answer to a call that needs none of it. */
  readonly settings: number;
  /** Reading the same from the database in a page, as it is. */
  readonly reading: number;
  readonly bytes: number;
}

/** The background is killed before each of these, in turn, so that none finds anything warm that another does not. */
export async function waking({ app }: Browser, page: Page, id: string, signal: AbortSignal): Promise<Waking> {
  const times = { answer: [] as number[], settings: [] as number[], reading: [] as number[] };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    signal.throwIfAborted();
    await killWorker(app);
    times.answer.push(await call(page, 'check', { id, opened: false }));
    await killWorker(app);
    times.settings.push(await call(page, 'settings', undefined));
    await killWorker(app);
    const read = await merelyRead(page);
    times.reading.push(read.ms);
    bytes = read.bytes;
  }
  // Whoever looks at the background next finds it awake, with the library in it.
  await call(page, 'check', { id, opened: false });
  return {
    answer: median(times.answer),
    settings: median(times.settings),
    reading: median(times.reading),
    bytes,
  };
}

/** Milliseconds until the background has answered this call, as lib/messages/wire.ts has it. */
function call(page: Page, name: string, query: unknown): Promise<number> {
  return page.evaluate(
    async ({ name, query }) => {
      const started = performance.now();
      const reply = await chrome.runtime.sendMessage({ wire: 'factmark/1', call: name, query });
      const ms = performance.now() - started;
      if (reply?.value === undefined) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return ms;
    },
    { name, query },
  );
}

/** Run in a page of the extension, as text: compiled functions carry names that are not there. */
const DATABASE = `
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await done(indexedDB.open('factmark'));
  const read = (stores, how) => Promise.all(stores.map((name) => done(how(db.transaction(stores).objectStore(name)))));
`;

/** Reads what a background reads that wakes: sources, checks, and for each layer its index and masks. */
const merelyRead = (page: Page): Promise<{ ms: number; bytes: number }> =>
  page.evaluate(`(async () => {
    const started = performance.now();
    ${DATABASE}
    const [segments] = await read(['segments', 'masks', 'ways', 'sources', 'packs', 'checks'], (store) => store.getAll());
    const ms = performance.now() - started;
    db.close();
    return { ms, bytes: segments.reduce((sum, s) => sum + s.segment.byteLength + s.beside.byteLength, 0) };
  })()`);

/** The id of a review of the one source there is, and what that source says it holds. */
export const about = (page: Page): Promise<{ id: string; bytes: number; reviews: number }> =>
  page.evaluate(`(async () => {
    ${DATABASE}
    const [[bucket]] = await read(['records'], (store) => store.getAll(null, 1));
    const [[source]] = await read(['sources'], (store) => store.getAll());
    db.close();
    const { id } = JSON.parse(new TextDecoder().decode(bucket).split('\\n')[0]);
    return { id, bytes: source.current.bytes, reviews: source.current.reviews };
  })()`);
