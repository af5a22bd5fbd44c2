/** What every work on the library has around it: the lock, clean ground, and failures in words. */
import { sweepLeft } from '../editions/swap';
import type { Env } from '../env';
import { inWords } from './failure';

/**
 * Does `work` on the library, for whoever holds its lock. What others left half done goes before, what this leaves goes
 * after. @throws Error whose message says what to do.
 */
export async function workOn<T>(env: Env, work: () => Promise<T>): Promise<T> {
  try {
    await sweepLeft(env);
    return await work();
  } catch (error) {
    throw inWords(error, env.signal);
  } finally {
    // A database that is closed or full can't be swept now; the next work begins with it.
    await sweepLeft(env).catch(() => {});
  }
}
