import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factmark, folder, PATIENCE } from '../../support/cli';

const lines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const dir = folder({
  'claims.jsonl': `\ufeff${lines(
    {
      id: 'cheese',
      claim: 'The moon is made of green cheese.',
      title: 'Moon Cheese',
      subtitle: 'A dairy tale',
    },
    { id: 'goat', claim: 'A goat was elected mayor of Lower Wexford.', date: '4 May 2017' },
    { id: 3, claim: 'The moon causes tides.', title: null },
    { id: 'empty', claim: '' },
    { id: 'none' },
  )}`,
  'queries.jsonl': lines(
    { id: 'q1', text: 'Is the moon really green cheese?' },
    { id: 'q2', text: 'nothing shared' },
    { id: 'q3', text: 'Goat for mayor! — Ann (@ann) May 3, 2017' },
  ),
  'broken.jsonl': '{"id": "a", "text": "b"}\n{oops\n',
  'nameless.jsonl': '{"claim": "no id"}\n',
});
const at = (name: string) => join(dir, name);
const rank = (...args: string[]) => factmark(['rank', ...args]);

describe('rank', () => {
  it(
    'prints one line per query, best first',
    () => {
      const { code, err, lines } = rank('--claims', at('claims.jsonl'), '--queries', at('queries.jsonl'));
      expect(err).toBe('');
      expect(code).toBe(0);
      const rows = lines();
      expect(rows.map((r) => r.id)).toEqual(['q1', 'q2', 'q3']);
      expect(rows[0].ranked.map((r: { id: string }) => r.id).slice(0, 2)).toEqual(['cheese', '3']);
      expect(rows[0].ranked[0].score).toBeGreaterThan(rows[0].ranked[1].score);
      expect(rows[1].ranked.map((r: { id: string }) => r.id)).not.toContain('empty');
      expect(rows[2].ranked[0].id).toBe('goat');
    },
    PATIENCE,
  );
  it(
    'gives as many as asked',
    () => {
      const { lines } = rank('--claims', at('claims.jsonl'), '--queries', at('queries.jsonl'), '-k', '1');
      expect(lines().map((r) => r.ranked.length)).toEqual([1, 1, 1]);
    },
    PATIENCE,
  );
  it.each([
    [['--claims', at('claims.jsonl')], '--queries FILE is needed'],
    [
      ['--claims', at('claims.jsonl'), '--queries', at('queries.jsonl'), '-k', 'few'],
      '-k takes a whole number',
    ],
    [['--claims', at('claims.jsonl'), '--queries', at('queries.jsonl'), '--loud'], '--loud'],
    [['stray'], 'stray'],
  ])(
    'exits 2 for wrong usage: %j',
    (args, message) => {
      const { code, err, out } = rank(...args);
      expect(code).toBe(2);
      expect(err).toContain(message);
      expect(out).toBe('');
    },
    PATIENCE,
  );
  it.each([
    [['--claims', at('claims.jsonl'), '--queries', at('broken.jsonl')], 'broken.jsonl:2: is not a JSON line'],
    [['--claims', at('nameless.jsonl'), '--queries', at('queries.jsonl')], 'nameless.jsonl:1: has no “id”'],
    [['--claims', at('missing.jsonl'), '--queries', at('queries.jsonl')], 'ENOENT'],
  ])(
    'exits 1 for files it cannot read: %j',
    (args, message) => {
      const { code, err } = rank(...args);
      expect(code).toBe(1);
      expect(err).toContain(message);
    },
    PATIENCE,
  );
});
