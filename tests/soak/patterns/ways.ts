/** Packs whose ways of saying are written to keep us busy, and sentences for them; what was worst is made worse still. */
import { findMatches } from '../../../lib/match/find';
import { compileLibrary } from '../../../lib/match/library';
import { PatternError } from '../../../lib/match/pattern';
import { stepsTaken } from '../../../lib/match/search';
import { orderSets } from '../../../lib/match/sets';
import { unserved, usesOf } from '../../../lib/match/uses';
import type { Outcome, SoakOptions } from '../part';
import { type Random, random } from '../random';
import { round } from './regexes';

const PACKS = 4_000;
const LONGEST_WAY = 1_200;
const WORDS = ['the', 'moon', 'is', 'zz', 'France', '7', '1951'];
const PARTS = [
  ...WORDS,
  '~',
  '..',
  '...',
  '{any}',
  '{other}',
  '{FR}',
  '{number}',
  '{year}',
  '^',
  '$',
  '{=US}',
];

interface Trial {
  readonly sets: Record<string, string[]>;
  readonly says: string[];
  readonly text: string;
}

function way(chance: Random, names: readonly string[], depth = 0): string {
  const part = (): string => {
    const kind = chance.int(0, 9);
    const deeper = depth < 6 && chance.chance(0.7 / (1 + depth));
    if (kind < 2 && deeper) return `[${inside()}]`;
    if (kind < 4 && deeper) return `(${inside()})`;
    if (kind === 4 && names.length > 0) return `<${chance.pick(names)}>`;
    return chance.pick(PARTS);
  };
  const inside = () =>
    Array.from({ length: chance.int(1, 4) }, () => way(chance, names, depth + 1)).join('|');
  const said = Array.from({ length: chance.int(1, 6) }, part).join(' ');
  if (depth > 0) return said;
  // A way that is cut would be refused, and try nothing.
  const most = Math.floor((LONGEST_WAY - 20) / (said.length + 4));
  if (most === 0) return 'the ... ... moon';
  return Array.from({ length: chance.int(1, Math.min(most, 60)) }, () => said).join(
    chance.pick([' ', ' ', ' & ', ' & !']),
  );
}

function invent(chance: Random): Trial {
  const sets: Record<string, string[]> = {};
  for (let n = chance.int(0, 5); n > 0; n--) {
    const names = Object.keys(sets);
    sets[`s${names.length}`] = Array.from({ length: chance.int(1, 5) }, () =>
      way(chance, names).replaceAll('&', '').replaceAll('!', ''),
    );
  }
  const says = Array.from({ length: chance.int(1, 60) }, () => {
    const one = way(chance, Object.keys(sets));
    // Most ways of this kind are found to be nowhere only at their very end.
    return `${chance.pick(WORDS)} ${one}${chance.chance(0.6) ? ' zzz' : ''}`;
  });
  const some = Array.from({ length: chance.int(1, 5) }, () => chance.pick(WORDS)).join(' ');
  return {
    sets,
    says,
    text: `The moon ${`${some} `.repeat(chance.int(1, 200))}${chance.pick(['', 'zzz'])}.`,
  };
}

function mutated(trial: Trial, chance: Random): Trial {
  const other = invent(chance);
  const text = chance.chance(0.5) ? trial.text : other.text;
  if (chance.chance(0.3)) return { ...trial, text };
  const says = trial.says.map((one) => (chance.chance(0.8) ? one : `${one} ${chance.pick(PARTS)}`));
  return { sets: trial.sets, says: chance.chance(0.3) ? [...says, ...says].slice(0, 400) : says, text };
}

/** What a pack and a sentence cost; undefined if the pack is refused. */
function cost({ sets, says, text }: Trial) {
  const check = {
    id: 'p.a',
    topic: 't',
    language: 'en',
    claims: [
      { id: 'a', text: 'The moon is cheese.', parties: [], says, unless: [], echoes: [], subject: [] },
    ],
  };
  const from = performance.now();
  try {
    const ordered = orderSets(sets);
    const ways = usesOf(check);
    if ('refused' in ways || unserved(ways.uses, ordered) !== undefined) return undefined;
    const library = compileLibrary([check], ordered.sets);
    const compiled = performance.now();
    const steps = stepsTaken();
    findMatches(library, { text });
    return {
      compile: compiled - from,
      find: performance.now() - compiled,
      steps: stepsTaken() - steps,
      bytes: library.buffer.byteLength / says.join('').length,
    };
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

export function ways({ seed, scale, signal, say }: SoakOptions): Outcome {
  const chance = random(seed ^ 0x77);
  const failures: string[] = [];
  let [tried, refused, steps, find, compile, bytes] = [0, 0, 0, 0, 0, 0];
  let worst: Trial | undefined;
  for (; tried < PACKS * scale && !signal.aborted; tried++) {
    if (tried % 500 === 0) say(`${tried} hostile packs`);
    const mine = chance.fork(tried);
    const trial = worst && mine.chance(0.5) ? mutated(worst, mine) : invent(mine);
    try {
      const its = cost(trial);
      if (!its) {
        refused++;
        continue;
      }
      if (its.steps > steps) worst = trial;
      steps = Math.max(steps, its.steps);
      find = Math.max(find, its.find);
      compile = Math.max(compile, its.compile);
      bytes = Math.max(bytes, its.bytes);
    } catch (error) {
      failures.push(`pack ${tried}: ${error}`);
    }
  }
  return {
    figures: [
      { name: 'hostile packs, each with a sentence', value: tried, unit: '', least: 4_000 },
      { name: 'of them refused', value: refused, unit: '' },
      { name: 'most steps that a pack had for a text', value: steps, unit: '' },
      { name: 'longest a pack took for a text', value: round(find), unit: 'ms', most: 5_000 },
      {
        name: 'longest to compile a check of at most 400 ways',
        value: round(compile),
        unit: 'ms',
        most: 10_000,
      },
      { name: 'most bytes of index for a character of its ways', value: round(bytes), unit: '' },
    ],
    failures,
  };
}
