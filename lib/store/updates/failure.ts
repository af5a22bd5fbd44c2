/** Why adding or updating a source failed, in words that say what to do. */

const ROOM =
  'There was not enough room to store it. Nothing has changed. Free some disk space, or remove a source, and try again.';
const CLOSED =
  'The browser closed the library’s database in the middle. Nothing has changed; close this page, open it again and try again.';

/** IndexedDB's errors by name; what the browser itself says of them helps no reader. */
const BY_NAME: Readonly<Record<string, string>> = {
  QuotaExceededError: ROOM,
  // IndexedDB may say that the disk is full by aborting the transaction.
  AbortError: ROOM,
  InvalidStateError: CLOSED,
  UnknownError:
    'The browser could not store it, and does not say why. Nothing has changed. Free some disk space, start the browser again and try again.',
};

/** Errors that browser and language throw; all others are ours, and their message says what to do. */
const FOREIGN = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'DataCloneError']);

/** `error` with a message for the reader. What ended because `signal` was aborted stays what it is. */
export function inWords(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted && error instanceof Error) return error;
  const { name = '', message = String(error) } = error instanceof Error ? error : {};
  const words = BY_NAME[name];
  if (words !== undefined) return new Error(words, { cause: error });
  if (!(error instanceof Error) || FOREIGN.has(name))
    return new Error(`It could not be stored (${message}). Nothing has changed; please try again.`, {
      cause: error,
    });
  return error;
}
