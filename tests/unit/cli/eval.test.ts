import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factmark, folder, PATIENCE } from '../../support/cli';

const lines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const dir = folder({
  'claims.jsonl': lines(
    { id: 'cheese', claim: 'The moon is made of green cheese.', title: 'Is the Moon Made of Green Cheese?' },
    { id: 'goat', claim: 'A goat was elected mayor of Lower Wexford.', title: 'Mayor Goat' },
    { id: 'sharks', claim: 'Sharks swim in the flooded streets of Ballymore.' },
  ),
  'queries.jsonl': lines(
    { id: 'first', text: 'Listen. The moon is made of green cheese.' },
    { id: 'half', text: 'A goat was elected mayor of Lower Wexford!' },
    { id: 'never', text: 'A goat was elected mayor of Lower Wexford!' },
    { id: 'unjudged', text: 'The moon is made of green cheese.' },
  ),
  // `half` has a second right claim that shares no word with it; `never` has no other right one.
  'qrels.txt': 'first 0 cheese 1\nhalf 0 goat 1\nhalf 0 sharks 1\nnever 0 sharks 1\nfirst 0 goat 0\n',
  'negatives.jsonl': lines(
    { id: 'n1', text: 'Shares rose by two percent on Monday.' },
    { id: 'n2', text: 'She bought cheese at the market.' },
  ),
  'strangers.txt': 'someone 0 cheese 1\n',
  'bad.txt': 'first cheese\n',
});
const at = (name: string) => join(dir, name);
const evaluate = (qrels: string, ...more: string[]) =>
  factmark([
    'eval',
    '--claims',
    at('claims.jsonl'),
    '--queries',
    at('queries.jsonl'),
    '--qrels',
    at(qrels),
    ...more,
  ]);

describe('eval', () => {
  it(
    'prints figures worked out by hand',
    () => {
      const { code, err, lines } = evaluate('qrels.txt', '--negatives', at('negatives.jsonl'));
      expect(err).toBe('');
      expect(code).toBe(0);
      const [figures, ...rest] = lines();
      expect(rest).toEqual([]);
      expect(figures).toMatchObject({
        claims: 3,
        queries: 3,
        negatives: 2,
        // By meaning, the sharks come second to the goat. first: 1; half: both of 2, 1; never: ½, and 0 at 1.
        'MAP@1': 0.6667,
        'MAP@3': 0.8333,
        'MAP@5': 0.8333,
        MRR: 0.8333,
        'P@1': 0.6667,
        'recall@1/1000': 0.6667,
        'recall@1/10000': 0.6667,
      });
      expect(figures.intervals['MAP@5']).toHaveLength(2);
      expect(figures.shipped.strict.falseBadges).toBe(0);
    },
    PATIENCE,
  );
  it(
    'needs no negatives',
    () => {
      const [figures] = evaluate('qrels.txt').lines();
      expect(figures).not.toHaveProperty('recall@1/1000');
      expect(figures['P@1']).toBe(0.6667);
    },
    PATIENCE,
  );
  it(
    'exits 1 for judgements that do not fit or cannot be read',
    () => {
      const strangers = evaluate('strangers.txt');
      expect([strangers.code, strangers.err]).toEqual([1, expect.stringContaining('belong together')]);
      const bad = evaluate('bad.txt');
      expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('bad.txt:1')]);
    },
    PATIENCE,
  );
  it(
    'exits 2 without judgements',
    () => {
      const { code, err } = factmark([
        'eval',
        '--claims',
        at('claims.jsonl'),
        '--queries',
        at('queries.jsonl'),
      ]);
      expect([code, err]).toEqual([2, expect.stringContaining('--qrels FILE is needed')]);
    },
    PATIENCE,
  );
});
