/** A document that the reader has just left has no size that could be asked for. */
import { expect, it, vi } from 'vitest';
import { whenLargeEnough } from '../../entrypoints/content/large-enough';
import { painted } from './support';

it('waits in a document whose place another has taken, and throws nothing', async () => {
  // So Firefox does in such a document, for a moment that no test can hold.
  const size = vi.spyOn(window, 'innerWidth', 'get').mockImplementation(() => {
    throw new DOMException('', 'NS_ERROR_UNEXPECTED');
  });
  const over = new AbortController();
  const resolved = vi.fn();
  const waiting = whenLargeEnough(over.signal).then(resolved);
  await painted();
  expect(size).toHaveBeenCalled();
  expect(resolved).not.toHaveBeenCalled();
  size.mockRestore();
  over.abort();
  await waiting;
});
