import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../lib/match/bare/build';
import { openBare } from '../../../lib/match/bare/library';
import { findAll } from '../../../lib/match/engine';
import { packOf } from '../../../lib/match/find';
import { compileLibrary, mergeLibraries } from '../../../lib/match/library';

const checkOf = (id: string, says: string) => ({
  id,
  topic: 't',
  language: 'en',
  claims: [
    {
      id: 'claim',
      text: 'Otters run the ferry.',
      parties: [],
      says: [says],
      echoes: [],
      unless: [],
      subject: [],
    },
  ],
});
const CLAIM = 'Otters in Wexford run the zeppelin ferry to Torvenna at night.';
const library = mergeLibraries([
  compileLibrary(
    [
      checkOf('otters', 'otters [in wexford] run the zeppelin ferry'),
      checkOf('ferry', 'run the zeppelin ferry'),
    ],
    {},
  ),
  compileLibrary(
    [
      checkOf('dock.otters', 'run the zeppelin ferry to torvenna'),
      checkOf('dock.night', 'torvenna at night'),
    ],
    {},
  ),
  compileLibrary([checkOf('air.zeppelin', 'zeppelin ferry')], {}),
]);
const bare = openBare([
  {
    source: 'feed',
    ...buildIndex([
      { id: 'r-1', claim: CLAIM, checkedOn: '2020-01-01' },
      { id: 'r-2', claim: CLAIM, checkedOn: '2021-01-01' },
      ...Array.from({ length: 40 }, (_, i) => ({
        id: `r-f${i}`,
        claim: `Lantern ${i} hangs in district ${i * 3}.`,
      })),
    ]),
  },
]);
const others = (strictness: 'normal' | 'strict', check?: (id: string) => boolean) =>
  findAll({ authored: library, bare }, { text: CLAIM }, { strictness, ...(check ? { check } : {}) }).map(
    (m) => [m.check, ...m.others],
  );

describe('a sentence that several publishers have checked', () => {
  it('wears one badge, and tells of one check of each other pack, then of bare claims', () => {
    const [[first = '', ...rest] = [], ...more] = others('normal');
    expect(more).toEqual([]);
    const checks = [first, ...rest].filter((id) => !id.startsWith('r-'));
    expect(checks.map(packOf).sort()).toEqual(['', 'air', 'dock']);
    expect(rest.slice(-2)).toEqual(['r-2', 'r-1']);
  });

  it('does not tell of checks that are off', () => {
    const found = others('normal', (id) => !id.startsWith('dock.'));
    expect(found.flat().map(packOf)).not.toContain('dock');
    expect(others('normal', () => false)).toEqual([['r-2', 'r-1']]);
  });
});
