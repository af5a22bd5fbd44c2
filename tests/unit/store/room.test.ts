/** How full the disk is, as far as the browser says. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkRoom } from '../../../lib/store/room';

afterEach(() => vi.unstubAllGlobals());
const says = (estimate: StorageEstimate) =>
  vi.stubGlobal('navigator', { storage: { estimate: async () => estimate } });

describe('room on the disk', () => {
  it('is wanting where next to none is left', async () => {
    says({ quota: 102e6, usage: 71e6 });
    await expect(checkRoom()).rejects.toMatchObject({ name: 'QuotaExceededError' });
  });

  it.each([
    ['there is some', { quota: 102e6, usage: 69e6 }],
    ['the browser does not say', {}],
  ])('is not wanting where %s', async (_, estimate) => {
    says(estimate);
    await expect(checkRoom()).resolves.toBeUndefined();
  });

  it('is wanting where what is to be written would leave too little, and not where little need be left', async () => {
    says({ quota: 102e6, usage: 69e6 });
    await expect(checkRoom({ writing: 2e6 })).rejects.toMatchObject({ name: 'QuotaExceededError' });
    says({ quota: 102e6, usage: 100e6 });
    await expect(checkRoom({ leaving: 1e6 })).resolves.toBeUndefined();
  });

  it('is not wanting where the browser fails to say', async () => {
    const estimate = () => Promise.reject(new TypeError('Internal error'));
    vi.stubGlobal('navigator', { storage: { estimate } });
    await expect(checkRoom()).resolves.toBeUndefined();
  });

  it('is not asked for where nobody can be asked', async () => {
    vi.stubGlobal('navigator', {});
    await expect(checkRoom()).resolves.toBeUndefined();
  });
});
