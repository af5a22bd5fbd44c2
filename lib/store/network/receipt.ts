/** The network receipt: each request that was ever made, written down before it is sent. Bounded, and kept here only. */
import type { IDBPObjectStore } from 'idb';
import type { Database, Schema, StoredRequest } from '../database';

type Requests = IDBPObjectStore<Schema, ['requests'], 'requests', 'readwrite'>;

/** Requests kept; the oldest go. */
export const MOST_REQUESTS = 10_000;
/** Characters of an address and of an outcome. */
const LONGEST = 2_000;

/** Outcomes besides what went wrong, in words. */
export const RUNNING = 'running';
export const DONE = 'done';
export const SAME = 'same';

/**
 * Writes a request down that is about to be made; answers with its number.
 * @throws if it can't be written; the request must not be made then.
 */
export async function noteRequest(
  db: Database,
  request: Pick<StoredRequest, 'when' | 'url' | 'why' | 'source'>,
): Promise<number> {
  const tx = db.transaction('requests', 'readwrite');
  const added = tx.store.add({
    ...request,
    url: request.url.slice(0, LONGEST),
    bytes: 0,
    status: 0,
    outcome: RUNNING,
  });
  const [number] = await Promise.all([added, dropOldest(tx.store), tx.done]);
  return number;
}

async function dropOldest(requests: Requests): Promise<void> {
  const count = await requests.count();
  let oldest = count > MOST_REQUESTS ? await requests.openCursor() : null;
  for (let over = count - MOST_REQUESTS; over > 0 && oldest; over--) {
    await oldest.delete();
    oldest = await oldest.continue();
  }
}

/** How it ended. What was erased meanwhile stays erased. Never rejects: what is told of a request can't make it fail. */
export async function completeRequest(
  db: Database,
  number: number,
  { outcome, ...end }: Pick<StoredRequest, 'bytes' | 'status' | 'outcome'>,
): Promise<void> {
  try {
    const tx = db.transaction('requests', 'readwrite');
    const write = async () => {
      const request = await tx.store.get(number);
      if (request) await tx.store.put({ ...request, ...end, outcome: outcome.slice(0, LONGEST) }, number);
    };
    await Promise.all([write(), tx.done]);
  } catch (error) {
    console.warn(`factmark: how a request ended was not written down. ${String(error)}`);
  }
}

/** The requests that were made, newest first. */
export async function readReceipt(db: Database): Promise<StoredRequest[]> {
  return (await db.getAll('requests')).reverse();
}

export const eraseReceipt = (db: Database): Promise<void> => db.clear('requests');
