/** What work on the library needs from outside: handed in, so that tests can cut it anywhere and turn the clock. */
import type { Database } from './database';
import { checkRoom } from './room';

export interface Env {
  readonly db: Database;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Awaited, with a name, wherever a killed worker would leave something half done. */
  readonly step: (name: string) => Promise<void>;
  /** Awaited before much is written. @throws DOMException `QuotaExceededError` if the disk is nearly full. */
  readonly room: typeof checkRoom;
  /** Awaited every few milliseconds of work, so that others are answered meanwhile. */
  readonly pause: () => Promise<void>;
  /** Ends the work; nothing has changed then. */
  readonly signal: AbortSignal;
}

/** The world as it is. */
export const realEnv = (db: Database, signal: AbortSignal): Env => ({
  db,
  fetch: (...args) => fetch(...args),
  now: () => new Date(),
  step: async () => {},
  room: checkRoom,
  pause: breath,
  signal,
});

/** Lets whatever waits for this thread have its turn. Not a timer: browsers make those wait 4 ms when they are in a row. */
function breath(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}
