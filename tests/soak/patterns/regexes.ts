/** Every regular expression of the sources: what the checker says of it, and pumped inputs tried for real. */
import { writeFileSync } from 'node:fs';
import {
  attackOf,
  keyOf,
  knownVerdicts,
  ourRegexes,
  VERDICTS,
  type Verdict,
  verdictOn,
  type Written,
} from '../../support/regexes';
import { ALLOWED } from '../../support/slow-regexes';
import type { Outcome, SoakOptions } from '../part';
import { random } from '../random';
import { Growth, pumped, time } from './grow';

const INPUTS = 150;
const PATIENCE = 20_000;
const ANY = [' ', '\t', '\n', 'a', 'A', '0', '.', '-', '/', '"', '<', '>', '?', ',', '\u00a0', 'é', '\u0000'];

/** Words and signs that stand in a pattern: what it looks for. */
const tokensOf = (pattern: string): string[] => [
  ...new Set([...(pattern.match(/[a-z]{2,}|\d|[^\w\\\s]/giu) ?? []), ...ANY]),
];

export async function regexes({ seed, scale, signal, say }: SoakOptions): Promise<Outcome> {
  const { literals } = ourRegexes();
  const known = knownVerdicts();
  const chance = random(seed);
  const growth = new Growth();
  const verdicts: Record<string, Verdict> = {};
  let worstAllowed = 0;
  let allowed = 0;
  let doubted = 0;
  let n = 0;
  // All of them are asked for but in the smallest of runs; there are only fewer inputs.
  const entries = [...literals].filter(() => scale >= 0.1 || chance.chance(0.1));
  for (const [key, regex] of entries) {
    if (signal.aborted) break;
    if (++n % 100 === 0) say(`${n} of ${entries.length} regular expressions`);
    const before = known[key];
    const verdict = await verdictOn(regex, PATIENCE);
    // On a busy machine the checker gives up, or takes many steps for a growth: its own input has to show it.
    const isDoubted = before?.status === 'safe' && verdict.status !== 'safe';
    // An input that took long once is proof: that the checker, which tries at random, found none this time is not.
    verdicts[key] = before && (isDoubted || before.status === 'vulnerable') ? before : verdict;
    if (isDoubted && verdict.how) {
      doubted++;
      growth.try(
        keyOf(regex).slice(0, 80),
        (text) => matchAll(regex, text),
        (n) => attackOf(verdict, n),
      );
    }
    const why = ALLOWED.find(
      ({ file, begins }) => regex.where.startsWith(`${file}:`) && regex.pattern.startsWith(begins),
    );
    if (why) {
      allowed++;
      const kept = verdicts[key];
      if (kept.how) worstAllowed = Math.max(worstAllowed, timeOf(regex, attackOf(kept, why.most)));
    } else {
      const tokens = tokensOf(regex.pattern);
      const mine = random(seed).fork(n);
      for (let i = 0; i < INPUTS * Math.min(1, scale) && !signal.aborted; i++)
        growth.try(keyOf(regex).slice(0, 80), (text) => matchAll(regex, text), pumped(mine, tokens));
    }
  }
  if (scale >= 0.1 && !signal.aborted) writeFileSync(VERDICTS, `${JSON.stringify(verdicts, null, 1)}\n`);
  const safe = Object.values(verdicts).filter(({ status }) => status === 'safe').length;
  return {
    figures: [
      { name: 'regular expressions', value: n, unit: '', least: 300 },
      { name: 'of them proved or found to be safe by the checker', value: safe, unit: '' },
      { name: 'of them called slow this time only, and timed on that very input', value: doubted, unit: '' },
      { name: 'of them slow on long text, and held against short text only', value: allowed, unit: '' },
      {
        name: 'longest that one of these took on the most it can meet',
        value: round(worstAllowed),
        unit: 'ms',
        most: 1_000,
      },
      { name: 'pumped inputs to the others', value: growth.attempts, unit: '', least: 40_000 },
      { name: 'worst of these, for 1,000 characters', value: round(growth.perKilobyte), unit: 'ms' },
      {
        name: 'worst growth of these, as an exponent (0: too quick to measure)',
        value: round(growth.exponent),
        unit: '',
      },
    ],
    failures: growth.failures,
  };
}

/** As it is used where it is used most eagerly: everywhere in the text. */
function matchAll({ pattern, flags }: Written, text: string): void {
  const regex = new RegExp(pattern, flags.includes('y') ? flags : `${flags.replace('g', '')}g`);
  text.replace(regex, '');
}

function timeOf({ pattern, flags }: Written, text: string): number {
  const regex = new RegExp(pattern, flags);
  return time(() => regex.test(text));
}

export const round = (value: number): number => Math.round(value * 100) / 100;
