/**
 * How much a term counts: BM25 (Robertson & Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009,
 * eq. 3.15) with Lucene's idf, in whole numbers, so that a sum is the same in whatever order it is taken.
 */

/** Saturation of repeated terms and weight of length: the book's and Lucene's customary values. */
export const K1 = 1.2;
export const B = 0.75;

/**
 * The length, in terms with title, at which a claim is neither short nor long: the mean of 14,231 Snopes claims.
 * A constant, not the segment's own mean, so that a claim scores the same whichever segment it is in.
 */
export const TYPICAL_LENGTH = 17;

/** Most term occurrences kept of one claim with its title; lengths are bytes. */
export const MOST_TERMS = 255;
/** Repetitions past this count as this many. */
export const MOST_REPEATS = 15;

/** Steps of an impact: BM25's tf ÷ (tf + K) lies in 0..1 and is kept in one byte. */
const IMPACT_STEPS = 255;
/** Steps of a weight: idf × 1024, rounded. 128 terms of weight ln(10^9) and impact 255 still fit 31 bits. */
const WEIGHT_STEPS = 1024;

/** One unit of the whole-number scores below, as BM25. */
export const SCORE_UNIT = (K1 + 1) / (IMPACT_STEPS * WEIGHT_STEPS);

/** Impact by `repeats << 8 | length`. */
export const IMPACTS: Uint8Array = (() => {
  const table = new Uint8Array((MOST_REPEATS + 1) << 8);
  for (let tf = 1; tf <= MOST_REPEATS; tf++)
    for (let length = 0; length < 256; length++)
      table[(tf << 8) | length] = Math.round(
        (IMPACT_STEPS * tf) / (tf + K1 * (1 - B + (B * length) / TYPICAL_LENGTH)),
      );
  return table;
})();

/** Weight of a term that `frequency` of `size` claims hold: ln(1 + (N - n + ½) / (n + ½)), in steps. */
export const weightOf = (frequency: number, size: number): number =>
  Math.round(WEIGHT_STEPS * Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)));
