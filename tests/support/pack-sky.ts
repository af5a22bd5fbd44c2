/** A small pack in several editions, with sentences that its checks and reviews answer. */
import type { FactCheck, Review } from '../../lib/claims';
import { parsedCheck, review } from './library';
import type { Holding } from './pack-maker';

const THINGS = ['comet', 'meteor', 'nebula', 'quasar', 'pulsar', 'asteroid', 'galaxy', 'planet'] as const;
const TOWNS = [
  'Brandenburg',
  'Rotterdam',
  'Valencia',
  'Gdansk',
  'Tampere',
  'Bergen',
  'Porto',
  'Ghent',
] as const;

/** Check number `n`: that a thing in the sky is made of cheese. `answer` tells editions apart. */
export const cheese = (n: number, answer = 'No. It is rock.', says?: string): FactCheck =>
  parsedCheck(`${THINGS[n]}-cheese`, {
    answer,
    claims: [
      {
        id: 'made-of-cheese',
        text: `The ${THINGS[n]} is made of cheese.`,
        says: [says ?? `${THINGS[n]} .. made of <dairy>`],
      },
    ],
  });

/** Review number `n`: that a bridge was sold. */
export const bridge = (n: number, title = 'It was not'): Review =>
  review(n, { claim: soldIn(n), title, language: 'en', url: `https://desk${n % 3}.example/${n}` });

const soldIn = (n: number) =>
  `The Karlsberg suspension bridge was sold to a scrap dealer in ${TOWNS[n % 8]} for ${n + 3} million euros.`;

export const SENTENCES: readonly string[] = [
  ...THINGS.map((thing) => `They say the ${thing} is made of cheese.`),
  ...TOWNS.map((_, n) => soldIn(n)),
  'The moon is made of cheese.',
];

export const FIRST: Holding = {
  checks: [0, 1, 2, 3, 4, 5].map((n) => cheese(n)),
  reviews: [0, 1, 2, 3, 4, 5, 6].map((n) => bridge(n)),
  sets: { dairy: ['cheese', '<milk>'], milk: ['milk'] },
};

/** One check says another thing, one is new, one is gone; so with reviews. */
export const SECOND: Holding = {
  ...FIRST,
  checks: [cheese(0), cheese(1, 'Yes, after all.'), ...[3, 4, 5, 6].map((n) => cheese(n))],
  reviews: [bridge(0), bridge(1, 'It was, after all'), ...[3, 4, 5, 6, 7].map((n) => bridge(n))],
};
