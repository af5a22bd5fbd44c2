/** Why adding or updating a source failed, in words that say what to do. */
import { say, type WordKey } from '../../words';

/** IndexedDB's errors by name; what the browser itself says of them helps no reader. */
const BY_NAME: Readonly<Record<string, WordKey>> = {
  QuotaExceededError: 'store_failed_room',
  // IndexedDB may say that the disk is full by aborting the transaction.
  AbortError: 'store_failed_room',
  InvalidStateError: 'store_failed_closed',
  UnknownError: 'store_failed_unknown',
};

/** Errors that browser and language throw; all others are ours, and their message says what to do. */
const FOREIGN = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'DataCloneError']);

/** `error` with a message for the reader. What ended because `signal` was aborted stays what it is. */
export function inWords(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted && error instanceof Error) return error;
  const { name = '', message = String(error) } = error instanceof Error ? error : {};
  const key = BY_NAME[name];
  if (key !== undefined) return new Error(say(key), { cause: error });
  if (!(error instanceof Error) || FOREIGN.has(name))
    return new Error(say('store_failed_unstored', message), { cause: error });
  return error;
}
