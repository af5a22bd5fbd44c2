/** What an organisation sets: read with care, and layered with what the reader chose. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MANAGEABLE, parseManaged, readManaged } from '../../../lib/store/managed';
import { DEFAULTS } from '../../../lib/store/settings';
import { changeSettings, lockedSettings, readSettings } from '../../../lib/store/settings-store';
import { setPolicy, stored } from '../../support/extension-api';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));
beforeEach(() => {
  stored.clear();
  setPolicy({});
});

describe('parseManaged', () => {
  const parse = (value: unknown) => {
    const warnings: string[] = [];
    return { managed: parseManaged(value, (w) => warnings.push(w)), warnings };
  };

  it('reads what fits', () => {
    const { managed, warnings } = parse({
      defaults: { loudness: 'underline', sitesOff: ['*.example.org'] },
      enforced: { siteMode: 'only', sitesOnly: ['example.net'], tellChanges: false },
      sources: ['https://checks.example/pack.json', 'HTTPS://Checks.example/pack.json'],
      firstRun: 'silent',
    });
    expect(warnings).toEqual([]);
    expect(managed).toEqual({
      defaults: { loudness: 'underline', sitesOff: ['*.example.org'] },
      enforced: { siteMode: 'only', sitesOnly: ['example.net'], tellChanges: false },
      sources: ['https://checks.example/pack.json'],
      silent: true,
    });
  });

  it.each<[unknown, number]>([
    [undefined, 0],
    [{ defaults: 7, enforced: null }, 0],
    [{ defaults: { loudness: 'shout' } }, 1],
    [{ enforced: { pausedUntil: 5, dismissed: [], notifyChanges: true, later: 1 } }, 4],
    [{ sources: 'https://a.example/' }, 1],
    [{ sources: ['javascript:alert(1)', 'https://me:secret@a.example/', 7, 'file:///a'] }, 4],
    [{ firstRun: 'loud', other: true }, 2],
  ])('ignores %j with a warning each', (value, count) => {
    const { managed, warnings } = parse(value);
    expect(warnings).toHaveLength(count);
    expect(managed).toEqual({ defaults: {}, enforced: {}, sources: [], silent: false });
  });

  it('keeps the entries of a list that fit, and warns of the others', () => {
    const { managed, warnings } = parse({ enforced: { sitesOff: ['Bank.Example:443', 'a/b', 'x.example'] } });
    expect(managed.enforced).toEqual({ sitesOff: ['bank.example', 'x.example'] });
    expect(warnings).toEqual([expect.stringContaining('enforced.sitesOff')]);
  });

  it('takes fifty sources', () => {
    const { managed, warnings } = parse({
      sources: Array.from({ length: 51 }, (_, i) => `https://a.example/${i}`),
    });
    expect(managed.sources).toHaveLength(50);
    expect(warnings).toHaveLength(1);
  });
});

describe('settings with a policy', () => {
  it('are ours, then what is suggested, then the reader’s, then what is set', async () => {
    setPolicy({
      defaults: { loudness: 'underline', strictness: 'strict' },
      enforced: { sitesOff: ['a.example'] },
    });
    const before = { ...DEFAULTS, loudness: 'underline', strictness: 'strict', sitesOff: ['a.example'] };
    expect(await readSettings()).toEqual(before);
    await changeSettings(() => ({ loudness: 'list' }));
    expect(await readSettings()).toEqual({ ...before, loudness: 'list' });
    // What the reader did not choose follows the organisation, also later.
    setPolicy({ defaults: { strictness: 'normal', languagesOff: ['fr'] } });
    expect(await readSettings()).toEqual({ ...DEFAULTS, loudness: 'list', languagesOff: ['fr'] });
  });

  it('cannot be changed where they are set, and what the reader chose before comes back', async () => {
    await changeSettings(() => ({ loudness: 'list' }));
    setPolicy({ enforced: { loudness: 'badge' } });
    expect(await lockedSettings()).toEqual(['loudness']);
    await expect(changeSettings(() => ({ loudness: 'underline' }))).rejects.toThrow(/organisation/);
    await changeSettings((s) => ({ ...s, strictness: 'strict' }));
    expect(await readSettings()).toEqual({ ...DEFAULTS, strictness: 'strict' });
    setPolicy({});
    expect(await readSettings()).toMatchObject({ loudness: 'list', strictness: 'strict' });
  });

  it('are read once, until the browser tells of another policy', async () => {
    const first = readManaged();
    expect(readManaged()).toBe(first);
    setPolicy({ firstRun: 'silent' });
    expect((await readManaged()).silent).toBe(true);
  });
});

it('has a schema that names what is read, and nothing else', () => {
  const schema = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../public/managed.json'), 'utf8'),
  );
  expect(Object.keys(schema.properties)).toEqual(['defaults', 'enforced', 'sources', 'firstRun']);
  for (const layer of ['defaults', 'enforced'])
    expect(Object.keys(schema.properties[layer].properties)).toEqual([...MANAGEABLE]);
});
