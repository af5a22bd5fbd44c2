import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FactCheck, type Manifest, parseCheck } from '../../../lib/claims';
import { changeLog, unlisted } from '../../../lib/cli/pack/changes';
import { packFolder } from '../../../lib/cli/pack/run';
import { aCheck } from '../../support/checks';
import { folder } from '../../support/cli';
import { checkFile, skyPack, write } from '../../support/packs';

const verdict = (label: string, rating: string) => ({ label, rating });
const [no, mixed, yes] = [verdict('No', 'false'), verdict('Mixed', 'mixed'), verdict('Yes', 'true')];

function check(change: Record<string, unknown>): FactCheck {
  const parsed = parseCheck(aCheck(change));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('a verdict that changed', () => {
  it('is published as the check tells it', () => {
    const changes = [
      { on: '2024-01-01', was: yes, why: 'First.' },
      { on: '2025-01-01', was: mixed, why: 'Second.' },
    ];
    const checks = [
      check({ changes }),
      check({ id: 'a', changes: [{ on: '2025-01-01', was: yes, why: 'A.' }] }),
    ];
    expect(changeLog(checks, [], undefined)).toEqual([
      { check: 'a', on: '2025-01-01', was: 'Yes', now: 'No', why: 'A.' },
      { check: 'moon-cheese', on: '2025-01-01', was: 'Mixed', now: 'No', why: 'Second.' },
      { check: 'moon-cheese', on: '2024-01-01', was: 'Yes', now: 'Mixed', why: 'First.' },
    ]);
  });

  it('is noticed when the check does not tell it', () => {
    const old = check({});
    expect(unlisted(old, check({}))).toBeUndefined();
    expect(unlisted(old, check({ verdict: yes, checkedOn: '2026-01-01' }))).toEqual({
      check: 'moon-cheese',
      on: '2026-01-01',
      was: 'No',
      now: 'Yes',
      why: '',
    });
    expect(unlisted(old, check({ verdict: verdict('No', 'mostly-false') }))).toMatchObject({
      was: 'No (false)',
      now: 'No (mostly-false)',
    });
    const told = [{ on: '2026-01-01', was: no, why: 'New.' }];
    expect(unlisted(old, check({ verdict: yes, changes: told }))).toBeUndefined();
    // Back again: the old entry tells of another change.
    const there = check({ verdict: yes, changes: told });
    expect(unlisted(there, check({ changes: told }))).toMatchObject({ was: 'Yes', now: 'No', why: '' });
  });
});

it('is kept over editions, until the check itself tells it, or for good if the check is gone', async () => {
  const dir = folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese'), ...checkFile('mars') });
  const out = folder({});
  const log = async (files = {}) => {
    write(dir, files);
    const packed = await packFolder({ dir, out });
    if (!('manifest' in packed)) throw new Error(JSON.stringify(packed));
    return packed.manifest.changes;
  };
  expect(await log()).toEqual([]);
  const untold = { check: 'mars', on: '2025-11-30', was: 'No', now: 'Yes', why: '' };
  expect(await log(checkFile('mars', { verdict: yes }))).toEqual([untold]);
  expect(await log(checkFile('moon-cheese', { answer: 'No. Rock.' }))).toEqual([untold]);
  const changes = [{ on: '2025-12-01', was: no, why: 'A rover looked.' }];
  const told = { ...untold, on: '2025-12-01', why: 'A rover looked.' };
  expect(await log(checkFile('mars', { verdict: yes, changes }))).toEqual([told]);
  rmSync(join(dir, 'sky/mars.json'));
  expect(await log()).toEqual([told]);
});

it('is bounded, newest first: one for ten checks, but at least ten and at most 500', () => {
  const changes = Array.from({ length: 20 }, (_, i) => ({
    on: `2024-01-${String(i + 1).padStart(2, '0')}`,
    was: i % 2 === 0 ? yes : mixed,
    why: `Look ${i}.`,
  }));
  const log = changeLog([check({ changes })], [], undefined);
  expect(log.map((c) => c.on)).toEqual(Array.from({ length: 10 }, (_, i) => `2024-01-${20 - i}`));
  const gone = {
    changes: [{ check: 'gone', on: '2025-01-01', was: 'No', now: 'Yes', why: 'x' }],
  } as unknown as Manifest;
  const many = Array.from({ length: 6_000 }, (_, i) => check({ id: `c-${i}`, changes: changes.slice(0, 1) }));
  const bounded = changeLog(many, [], gone);
  expect([bounded.length, bounded[0]?.check]).toEqual([500, 'gone']);
});
