/** A reader's settings as a file: written, read back, and read as what anybody may have put into it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT, LARGEST_BACKUP, readBackup, writeBackup } from '../../../../lib/store/backup/format';
import { DEFAULTS, FOREVER, parseSettings } from '../../../../lib/store/settings';
import { aSource } from '../../options/sources';

const FIRST = readFileSync(
  resolve(import.meta.dirname, '../../../fixtures/backup/factmark-settings-1.json'),
  'utf8',
);
const OPENED = readBackup(FIRST).opened;

describe('readBackup', () => {
  it('reads the first version as it was written', () => {
    const { leftOut, ...backup } = readBackup(FIRST);
    expect(backup).toEqual(JSON.parse(FIRST));
    expect(leftOut).toBe(0);
  });

  it('reads what is written, without a pause', () => {
    const settings = { ...DEFAULTS, sitesOff: ['*.example.org'], pausedUntil: FOREVER };
    const source = { ...aSource(), address: 'https://checks.example/a.json' };
    const text = writeBackup({ at: new Date(0), version: '2', settings, sources: [source], opened: OPENED });
    const read = readBackup(text);
    expect(parseSettings(read.settings)).toEqual({ ...settings, pausedUntil: 0 });
    expect(read.settings).not.toHaveProperty('pausedUntil');
    expect(read).toMatchObject({ exported: '1970-01-01T00:00:00.000Z', version: '2', opened: OPENED });
    expect(read.sources.map(({ address, title }) => [address, title])).toEqual([
      ['https://checks.example/a.json', source.title],
    ]);
    expect(read.leftOut).toBe(0);
  });

  it('carries the key a pack is signed with, for the reader to compare, and takes no other text for one', () => {
    const key = 'A'.repeat(43);
    const settings = { ...DEFAULTS };
    const sources = [aSource({ key, revoked: '2027-03-02T10:00:00.000Z' }), aSource()];
    const text = writeBackup({ at: new Date(0), version: '2', settings, sources, opened: [] });
    expect(readBackup(text).sources.map((source) => source.key)).toEqual([key, undefined]);
    const spoiled = readBackup(text.replace(key, '<b>'));
    expect([spoiled.sources.length, spoiled.leftOut]).toEqual([1, 1]);
  });

  it.each([
    ['no JSON', '{', /no backup/],
    ['a list', '[]', /no backup/],
    ['nothing', 'null', /no backup/],
    ['a receipt', '{"format":"factmark-receipt-1"}', /no backup/],
    ['a format that is no text', '{"format":{"toString":1,"valueOf":1}}', /no backup/],
    ['a later version', '{"format":"factmark-settings-2"}', /newer version/],
    ['far too much', ' '.repeat(LARGEST_BACKUP + 1), /too large/],
  ])('refuses %s in words', (_what, text, words) => {
    expect(() => readBackup(text)).toThrow(words);
  });

  it('leaves out and counts what does not fit, and what it does not know', () => {
    const read = readBackup(
      JSON.stringify({
        format: FORMAT,
        evil: true,
        settings: { loudness: 'shout', strictness: 'strict', later: 1, sitesOff: ['not a host'] },
        sources: [
          { address: 'javascript:alert(1)', title: 'x', kind: 'feed', schedule: 'daily', publishersOff: [] },
          { address: '', title: 'y', kind: 'feed', schedule: 'daily', publishersOff: [], evil: 1 },
        ],
        opened: [...OPENED, { ...OPENED[0], opened: 'yesterday' }, null],
      }),
    );
    expect(read).toEqual({
      format: FORMAT,
      exported: '',
      version: '',
      settings: { strictness: 'strict' },
      sources: [{ address: '', title: 'y', kind: 'feed', schedule: 'daily', publishersOff: [] }],
      opened: OPENED,
      leftOut: 3 + 1 + 2,
    });
  });

  it('never takes on a prototype', () => {
    const read = readBackup(`{"format":"${FORMAT}","settings":{"__proto__":{"loudness":"list"}}}`);
    expect(read.settings).toEqual({});
    expect(read.settings.loudness).toBeUndefined();
  });

  it('reads anything or says why not', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (settings, sources, opened) => {
        const text = `{"format":"${FORMAT}","settings":${settings},"sources":${sources},"opened":${opened}}`;
        const { settings: read } = readBackup(text);
        expect(parseSettings(read)).toEqual({ ...DEFAULTS, ...read });
      }),
    );
  });
});
