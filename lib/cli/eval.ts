/** `eval`: how well claims are ranked and found again, on judged queries; false badges on ordinary sentences. */
import type { Collection } from '../match/score/collection';
import { averagePrecision, interval, mean, reciprocalRank, thresholdAt } from '../match/score/measure';
import { THRESHOLDS } from '../match/score/model';
import { bestClaim } from '../match/score/repeats';
import { type Cut, cutPost, withAround } from '../match/score/text';
import { WEIGHTS } from '../match/score/weights';
import { progress, readCollection, readJudgements, textsOf } from './collection';
import { options, required } from './options';
import { ranker } from './ranker';

/** Ranks deep enough for the reciprocal rank. */
const DEPTH = 60;

/** Runs the command; prints one JSON object. */
export async function evaluate(args: string[]): Promise<number> {
  const values = options(args, { claims: 'string', queries: 'string', qrels: 'string', negatives: 'string' });
  const judged = await readJudgements(required(values, 'qrels'));
  const queries = required(values, 'queries');
  const collection = await readCollection(required(values, 'claims'));
  const ranked = ranker(collection);
  const measured: Record<string, number[]> = { 'MAP@1': [], 'MAP@3': [], 'MAP@5': [], MRR: [], 'P@1': [] };
  /** Of each query, the highest score of a sentence whose best claim is a right one. */
  const right: number[] = [];
  const note = progress('queries ranked');
  for await (const { id, text } of textsOf(queries)) {
    const relevant = judged.get(id);
    if (relevant === undefined) continue;
    const ids = ranked(text, DEPTH).map(({ at }) => collection.idOf(at));
    for (const k of [1, 3, 5]) measured[`MAP@${k}`]?.push(averagePrecision(ids, relevant, k));
    measured.MRR?.push(reciprocalRank(ids, relevant));
    measured['P@1']?.push(ids[0] !== undefined && relevant.has(ids[0]) ? 1 : 0);
    right.push(highest(collection, cutPost(text), (claim) => relevant.has(claim)));
    note(right.length);
  }
  note(right.length, true);
  if (right.length === 0)
    throw new Error('no query has a judgement: do --queries and --qrels belong together?');
  const detection =
    values.negatives === undefined ? {} : await detect(collection, values.negatives, right, measured);
  const rounded = (n: number) => Number(n.toFixed(4));
  const figures = Object.entries(measured);
  process.stdout.write(
    `${JSON.stringify({
      claims: collection.size,
      queries: right.length,
      ...Object.fromEntries(figures.map(([name, v]) => [name, rounded(mean(v))])),
      intervals: Object.fromEntries(figures.map(([name, v]) => [name, interval(v).map(rounded)])),
      ...detection,
    })}\n`,
  );
  return 0;
}

/** Highest score of a sentence whose best claim is accepted. */
function highest(collection: Collection, cuts: readonly Cut[], accept: (claim: string) => boolean): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const { text, around } of cuts) {
    const best = bestClaim(collection, WEIGHTS, text, around);
    if (best !== undefined && best.score > most && accept(collection.idOf(best.at))) most = best.score;
  }
  return most;
}

const RATES = [1_000, 10_000] as const;

/**
 * Recall of the queries at two rates of false badges. The file of negatives is read as running text: the lines around
 * a sentence are what stands around it, as the sentences around a query's are.
 */
async function detect(
  collection: Collection,
  file: string,
  right: readonly number[],
  measured: Record<string, number[]>,
): Promise<Record<string, unknown>> {
  const texts: string[] = [];
  for await (const { text } of textsOf(file)) texts.push(text);
  const note = progress('negatives scored');
  const scores = withAround(texts).map((cut, i) => {
    note(i + 1);
    return highest(collection, [cut], () => true);
  });
  note(texts.length, true);
  for (const rate of RATES) {
    const threshold = thresholdAt(scores, 1 / rate);
    measured[`recall@1/${rate}`] = right.map((score) => (score > threshold ? 1 : 0));
  }
  const { normal, strict } = THRESHOLDS;
  const share = (values: readonly number[], t: number) =>
    Number(mean(values.map((v) => (v > t ? 1 : 0))).toFixed(6));
  return {
    negatives: texts.length,
    shipped: {
      normal: { recall: share(right, normal), falseBadges: share(scores, normal) },
      strict: { recall: share(right, strict), falseBadges: share(scores, strict) },
    },
  };
}
