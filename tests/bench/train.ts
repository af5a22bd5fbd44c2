/**
 * `npm run train [DATA]`: learns the weights in `lib/match/score/weights.ts` and the counts of ordinary words in
 * `lib/match/score/background-counts.ts` from ../shared/data (see its README). Same data, same bits. Thresholds are
 * measured on negatives-dev; nothing else of the dev parts is looked at.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCollection, readJudgements, textsOf } from '../../lib/cli/collection';
import { Background } from '../../lib/match/score/background';
import type { Collection } from '../../lib/match/score/collection';
import { FEATURES, type Featured, OF_POSTS } from '../../lib/match/score/features';
import { NARROW } from '../../lib/match/score/gate';
import { thresholdAt } from '../../lib/match/score/measure';
import { apply, type Linear, type Scorers, SHAPES } from '../../lib/match/score/model';
import { postCandidates } from '../../lib/match/score/rank';
import { sentenceCandidates } from '../../lib/match/score/repeats';
import { cutPost, withAround } from '../../lib/match/score/text';
import { readTerms } from '../../lib/match/segment/terms';
import { fitLists, fitPairs, type Group } from './fit';

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = resolve(process.argv[2] ?? join(ROOT, '../shared/data'));
const SCORE = join(ROOT, 'lib/match/score');
const N = FEATURES.length;
/** Rounds of picking the hardest pairs by the model of the round before. */
const ROUNDS = 3;

const say = (text: string) => process.stderr.write(`${text}\n`);

async function textsIn(file: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of textsOf(join(DATA, file))) texts.push(text);
  return texts;
}

/** A query's sentences, each with candidates; which claims are right. */
interface Query {
  readonly sentences: Featured[][];
  readonly isRight: (candidate: Featured) => boolean;
}

const highest = (candidates: readonly Featured[], model: Linear): Featured | undefined => {
  let best: Featured | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = apply(model, candidate.x);
    if (score > most) [most, best] = [score, candidate];
  }
  return best;
};

/**
 * Detection: in each round, the positives are each query's best sentence with a right claim; the negatives are the best
 * claim of each ordinary sentence, and the best wrong claim of each query sentence.
 */
function fitDetection(queries: readonly Query[], ordinary: readonly Featured[][]): Linear {
  const skip = new Set(FEATURES.flatMap((name, i) => (OF_POSTS.has(name) ? [i] : [])));
  let model: Linear = { bias: 0, weights: FEATURES.map((name) => (name === 'fit × bm25' ? 1 : 0)) };
  for (let round = 0; round < ROUNDS; round++) {
    const positive: Float64Array[] = [];
    const negative: Float64Array[] = [];
    for (const { sentences, isRight } of queries) {
      const right = highest(
        sentences.flatMap((s) => s.filter(isRight)),
        model,
      );
      if (right) positive.push(right.x);
      for (const s of sentences) {
        const wrong = highest(
          s.filter((c) => !isRight(c)),
          model,
        );
        if (wrong) negative.push(wrong.x);
      }
    }
    for (const candidates of ordinary) {
      const wrong = highest(candidates, model);
      if (wrong) negative.push(wrong.x);
    }
    model = fitPairs(positive, negative, N, skip);
    say(`round ${round + 1}: ${positive.length} positive, ${negative.length} negative pairs`);
  }
  return model;
}

async function readQueries(collection: Collection): Promise<{ queries: Query[]; groups: Group[] }> {
  const judged = await readJudgements(join(DATA, 'checkthat2022/train/qrels.txt'));
  const queries: Query[] = [];
  const groups: Group[] = [];
  for await (const { id, text } of textsOf(join(DATA, 'checkthat2022/train/queries.jsonl'))) {
    const relevant = judged.get(id) ?? new Set();
    const isRight = ({ at }: Featured) => relevant.has(collection.idOf(at));
    queries.push({
      isRight,
      sentences: cutPost(text).map((cut) => sentenceCandidates(collection, cut.text, cut.around)),
    });
    // Each post twice, with and without its date: a text need not have one.
    for (const post of [text, text.replace(/ \p{L}+ \d{1,2}, \d{4}\s*$/u, '')]) {
      const candidates = postCandidates(collection, post);
      groups.push({ rows: candidates.map(({ x }) => x), right: candidates.map(isRight) });
    }
  }
  return { queries, groups };
}

const generated = (what: string) => `/** ${what} Written by \`npm run train\`: do not edit. */\n`;

/** The sentence that lies just on a threshold must stay under it when the weights are rounded. */
const NUDGE = 1e-4;

/** `detect` so scaled that 0 and 1 are its thresholds for 1 in 1,000 and 1 in 10,000 of these scores. */
function scaled({ bias, weights }: Linear, scores: readonly number[]): Linear {
  const normal = thresholdAt(scores, 1 / 1_000);
  const span = thresholdAt(scores, 1 / 10_000) - normal;
  say(`thresholds ${normal} and ${normal + span}`);
  const short = (value: number) => Number(value.toPrecision(6));
  return { bias: short((bias - normal) / span - NUDGE), weights: weights.map((w) => short(w / span)) };
}

/** Learns the scorers for claims that have only these fields. */
async function trainShape(fields: readonly string[], background: Background, ordinary: readonly string[]) {
  const collection = await readCollection(join(DATA, 'checkthat2022/claims.jsonl'), background, fields);
  say(`${collection.size} claims with ${fields}, ${ordinary.length} ordinary sentences, ${N} features`);
  const { queries, groups } = await readQueries(collection);
  const rank = fitLists(groups, N);
  const negatives = withAround(ordinary).map((cut) =>
    sentenceCandidates(collection, cut.text, cut.around, 1),
  );
  const detect = fitDetection(queries, negatives);
  const fresh = withAround(await textsIn('negatives-dev.jsonl')).map((cut) => {
    // By the gate that badges go through, for the thresholds are theirs.
    const best = highest(sentenceCandidates(collection, cut.terms, cut.around, 0, NARROW), detect);
    return best ? apply(detect, best.x) : Number.NEGATIVE_INFINITY;
  });
  return { rank, detect: scaled(detect, fresh) };
}

async function train(): Promise<void> {
  const ordinary = await textsIn('negatives-train.jsonl');
  const counts = Background.count(
    ordinary.map((text) => readTerms(text).terms.map(({ hash }) => hash)),
  ).write();
  const background = Background.read(counts);
  const shapes: Scorers[] = [];
  for (let n = 1; n <= SHAPES; n++)
    shapes.push(await trainShape(['claim', 'title', 'subtitle'].slice(0, n), background, ordinary));
  writeFileSync(
    join(SCORE, 'background-counts.ts'),
    `${generated('In how many ordinary news sentences each term stands (`Background.read`).')}export const BACKGROUND =\n  '${counts}';\n`,
  );
  writeFileSync(
    join(SCORE, 'weights.ts'),
    `${generated('What the scorers have learnt.')}import { checkWeights } from './model';\n\nexport const WEIGHTS = checkWeights(${JSON.stringify({ names: FEATURES, shapes }, null, 2)});\n`,
  );
}

await train();
spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', SCORE], { stdio: 'ignore' });
