/** What a backup would change is told before anything is. */
import { describe, expect, it } from 'vitest';
import { differences, missingSources, newOpened, preview } from '../../../../lib/store/backup/differences';
import { readBackup, type SavedSource } from '../../../../lib/store/backup/format';
import { DEFAULTS, type Settings } from '../../../../lib/store/settings';

const now: Settings = {
  ...DEFAULTS,
  loudnessFor: { false: 'badge', satire: 'list' },
  sitesOff: ['a.example', 'b.example'],
  dismissed: [{ check: 'moon', sentence: 'It is cheese.' }],
};

describe('differences', () => {
  it('finds none between equals, or where nothing is said', () => {
    expect(differences(now, now)).toEqual([]);
    expect(differences(now, {})).toEqual([]);
  });

  it('tells of values, groups and lists', () => {
    const then: Partial<Settings> = {
      loudness: 'list',
      tellChanges: false,
      loudnessFor: { false: 'underline', true: 'list' },
      sitesOff: ['b.example', '*.c.example', 'd.example'],
      dismissed: [],
    };
    expect(differences(now, then)).toEqual([
      { kind: 'value', key: 'loudness', was: 'badge', becomes: 'list' },
      { kind: 'value', key: 'tellChanges', was: true, becomes: false },
      { kind: 'group', group: 'true', was: undefined, becomes: 'list' },
      { kind: 'group', group: 'false', was: 'badge', becomes: 'underline' },
      { kind: 'group', group: 'satire', was: 'list', becomes: undefined },
      { kind: 'list', key: 'sitesOff', added: ['*.c.example', 'd.example'], removed: ['a.example'] },
      { kind: 'list', key: 'dismissed', added: [], removed: ['moon\nIt is cheese.'] },
    ]);
  });

  it('leaves out what is locked', () => {
    expect(differences(now, { loudness: 'list', sitesOff: [] }, ['loudness', 'sitesOff'])).toEqual([]);
  });
});

it('names sources that are not here, by address, or by title where they came from files', () => {
  const saved = (address: string, title: string): SavedSource => ({
    address,
    title,
    kind: 'feed',
    schedule: 'never',
    publishersOff: [],
  });
  const both = [saved('https://a.example/', 'A'), saved('', 'b.json')];
  expect(missingSources(both, [])).toEqual(both);
  expect(missingSources(both, [{ address: 'https://a.example/', title: 'other' }])).toEqual([both[1]]);
  expect(missingSources(both, [{ title: 'b.json' }])).toEqual([both[0]]);
});

it('takes what was opened later than known here, and none where nothing is remembered', () => {
  const { opened } = readBackup(
    JSON.stringify({
      format: 'factmark-settings-1',
      opened: ['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'].map((time, i) => ({
        id: `c${i}`,
        opened: time,
        question: '',
        verdict: { label: 'x', rating: 'false' },
        answer: '',
        checkedOn: '',
        text: '',
      })),
    }),
  );
  const here = [
    { id: 'c0', opened: '2026-02-01T00:00:00.000Z' },
    { id: 'c1', opened: '2026-02-01T00:00:00.000Z' },
  ];
  expect(newOpened(opened, here).map(({ id }) => id)).toEqual(['c1']);
  const backup = {
    format: 'factmark-settings-1',
    exported: '',
    version: '',
    sources: [],
    leftOut: 0,
  } as const;
  const at = { settings: now, locked: [], sources: [], opened: here };
  expect(preview({ ...backup, opened, settings: {} }, at).opened).toBe(1);
  expect(preview({ ...backup, opened, settings: { tellChanges: false } }, at).opened).toBe(0);
});
