/** What is wrong with a pack, in words that say what to do. Nothing of it is installed then. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

/** What a reader can do about a pack that is broken. */
export const TELL = 'Nothing has changed. Try again later; if it goes on, tell its publisher.';
