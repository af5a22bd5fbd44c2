import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announceLibrary, FINDING, onChange } from '../../../lib/store/changes';
import { DEFAULTS } from '../../../lib/store/settings';
import { changeSettings, readSettings, replaceSettings } from '../../../lib/store/settings-store';
import { browser, faults, storageListeners, stored } from '../../support/extension-api';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));
beforeEach(() => stored.clear());

describe('changeSettings', () => {
  it('starts from the defaults, and is read back', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    const changed = await changeSettings(() => ({ loudness: 'list' }));
    expect(changed).toEqual({ ...DEFAULTS, loudness: 'list' });
    expect(await readSettings()).toEqual(changed);
  });

  it('loses none of the changes asked for at once', async () => {
    const hosts = Array.from({ length: 20 }, (_, i) => `site${i}.example`);
    const changes = hosts.map((host) => changeSettings((s) => ({ sitesOff: [...s.sitesOff, host] })));
    await Promise.all([
      ...changes,
      changeSettings(() => ({ loudness: 'underline' })),
      changeSettings(() => ({ pausedUntil: 5 })),
    ]);
    expect(await readSettings()).toEqual({
      ...DEFAULTS,
      sitesOff: hosts,
      loudness: 'underline',
      pausedUntil: 5,
    });
  });

  it('tells of a failed write, and goes on with the next change', async () => {
    faults.set = new Error('disk full');
    const first = changeSettings(() => ({ loudness: 'list' }));
    const second = changeSettings(() => ({ topicsOff: ['sky'] }));
    await expect(first).rejects.toThrow('disk full');
    expect(await second).toEqual({ ...DEFAULTS, topicsOff: ['sky'] });
  });

  it('refuses a change that does not fit, in words, and keeps all that was there', async () => {
    const before = await changeSettings(() => ({ sitesOff: ['example.org'], loudness: 'list' }));
    const refused = changeSettings((s) => ({ sitesOff: [...s.sitesOff, 'not a host'], pausedUntil: 7 }));
    await expect(refused).rejects.toThrow(/can’t be saved.*try again/);
    expect(await readSettings()).toEqual(before);
  });

  it('refuses one entry more than a full list holds', async () => {
    const full = Array.from({ length: 500 }, (_, i) => `topic${i}`);
    await changeSettings(() => ({ topicsOff: full }));
    await expect(changeSettings((s) => ({ topicsOff: [...s.topicsOff, 'more'] }))).rejects.toThrow(/is full/);
    expect((await readSettings()).topicsOff).toEqual(full);
  });
});

describe('settings of a newer version', () => {
  const newer = {
    ...DEFAULTS,
    version: 3,
    loudness: 'whisper',
    strictness: 'strict',
    sitesOff: ['example.org'],
    later: { whatever: [1] },
  };
  beforeEach(() => void stored.set('settings', newer));

  it('are read as far as they fit', async () =>
    expect(await readSettings()).toEqual({ ...DEFAULTS, strictness: 'strict', sitesOff: ['example.org'] }));

  it('keep all that is not known here when something changes', async () => {
    const changed = await changeSettings((s) => ({ sitesOff: [...s.sitesOff, 'example.net'] }));
    expect(changed.sitesOff).toEqual(['example.org', 'example.net']);
    expect(stored.get('settings')).toEqual({ ...newer, sitesOff: ['example.org', 'example.net'] });
    await changeSettings(() => ({ loudness: 'list', version: 2 }));
    expect(stored.get('settings')).toMatchObject({ version: 3, loudness: 'list', later: newer.later });
  });

  it('keep it when a backup is read, and are as they were when that fails', async () => {
    const back = await replaceSettings({ strictness: 'normal' }, { beside: true });
    expect(stored.get('settings')).toEqual({ ...newer, strictness: 'normal' });
    await back();
    expect(stored.get('settings')).toEqual(newer);
  });
});

describe('settings that are no settings', () => {
  it.each([null, 7, 'x', [], { version: 'new' }, { version: Number.NaN }])(
    '%j: all is as at first',
    async (one) => {
      stored.set('settings', one);
      expect(await readSettings()).toEqual(DEFAULTS);
      expect(await changeSettings(() => ({ loudness: 'list' }))).toEqual({ ...DEFAULTS, loudness: 'list' });
      expect(stored.get('settings')).toEqual({ version: DEFAULTS.version, loudness: 'list' });
    },
  );
});

describe('onChange', () => {
  it('tells what decides what is found from what is only shown', async () => {
    const heard: boolean[] = [];
    const end = new AbortController();
    onChange((finds) => heard.push(finds), end.signal);
    await changeSettings(() => ({ loudness: 'list' }));
    await changeSettings(() => ({
      loudnessFor: { false: 'badge' },
      sitesOff: ['example.org'],
      pausedUntil: 7,
    }));
    expect(heard).toEqual([false, false]);
    await changeSettings(() => ({ strictness: 'strict' }));
    await changeSettings(() => ({ topicsOff: ['bridges'] }));
    await changeSettings(() => ({ languagesOff: ['de'] }));
    await changeSettings(() => ({ dismissed: [{ check: 'a', sentence: 'B.' }] }));
    await announceLibrary('4');
    expect(heard.slice(2)).toEqual([true, true, true, true, true]);
    await changeSettings(() => ({ strictness: 'strict' }));
    expect(heard.slice(7).some(Boolean)).toBe(false);
    end.abort();
  });

  it('knows what those settings are at first', () => {
    for (const [key, value] of Object.entries(FINDING))
      expect(DEFAULTS[key as keyof typeof FINDING]).toEqual(value);
  });

  it('hears of settings and library, of nothing else, and until the signal', async () => {
    let heard = 0;
    const end = new AbortController();
    onChange(() => heard++, end.signal);
    await changeSettings(() => ({ loudness: 'list' }));
    expect(heard).toBe(1);
    await announceLibrary('2');
    expect(heard).toBe(2);
    await browser.storage.local.set({ else: 1 });
    for (const listener of storageListeners) listener({ settings: {} }, 'sync');
    expect(heard).toBe(2);
    end.abort();
    await announceLibrary('3');
    expect(heard).toBe(2);
  });
});
