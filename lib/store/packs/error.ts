/** What is wrong with a pack, in words that say what to do. Nothing of it is installed then. */
export class PackError extends Error {
  override readonly name = 'PackError';
}
