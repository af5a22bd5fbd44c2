/**
 * How much the shared terms tell together. Terms that go together in the claims are one fact, not two: taken from the
 * heaviest down, each counts no more than what it tells beyond any one taken before (`Sentence.toldBeyond`).
 */
import type { Sentence } from './sentence';

export const TOLD_FEATURES = [
  'told', // ln(1 + sum)
  'told of shared', // share of the shared weight
  'told most', // the four largest
  'told second',
  'told third',
  'told fourth',
  'shared in news', // ln(1 + shared idf in ordinary news)
  'shared in claims', // ln(1 + shared idf among claims)
  'second weight', // plain weights of the second to fourth heaviest
  'third weight',
  'fourth weight',
] as const;

/** The first so many are upper bounds, and not below 0, if not exact; the others are the same. */
export const BOUNDED = 6;

/** Shared terms looked at: pairs grow with the square. */
const MOST = 12;

/**
 * The features in the order of `TOLD_FEATURES`. Not `exact`: as if no shared term told of any other, which is the most
 * that they may come to and costs no counting.
 */
export function told(
  sentence: Sentence,
  shared: ReadonlySet<number>,
  weight: number,
  exact = true,
): number[] {
  const { weights, collection, less } = sentence;
  const weightOf = (hash: number) => weights.get(hash) as number;
  const order = [...shared].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  let news = 0;
  let claims = 0;
  for (const hash of order) {
    const idf = collection.idf(hash);
    claims += idf;
    news += less === 0 ? 2 * weightOf(hash) - idf : collection.background.idf(hash, less);
  }
  const parts: number[] = [];
  for (let i = 0; i < order.length && i < MOST; i++) {
    const hash = order[i] as number;
    let part = weightOf(hash);
    for (let j = 0; exact && j < i; j++) part = Math.min(part, sentence.toldBeyond(hash, order[j] as number));
    parts.push(Math.max(0, part));
  }
  const sum = parts.reduce((a, b) => a + b, 0);
  parts.sort((a, b) => b - a);
  const nth = (i: number) => parts[i] ?? 0;
  const heavy = (i: number) => (i < order.length ? weightOf(order[i] as number) : 0);
  return [
    Math.log1p(sum),
    weight > 0 ? sum / weight : 0,
    nth(0),
    nth(1),
    nth(2),
    nth(3),
    Math.log1p(news),
    Math.log1p(claims),
    heavy(1),
    heavy(2),
    heavy(3),
  ];
}
