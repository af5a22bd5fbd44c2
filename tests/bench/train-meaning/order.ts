/**
 * The second half of `npm run train:meaning`: learns from the train posts, and from every other paraphrase of
 * tests/fixtures, how to weigh words and meaning against each other (`lib/match/meaning/weights.ts`).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCollection, readJudgements, textsOf } from '../../../lib/cli/collection';
import { MEANING_FEATURES } from '../../../lib/match/meaning/features';
import { MeantCollection } from '../../../lib/match/meaning/rank';
import { openVectors } from '../../../lib/match/meaning/vectors';
import { WEIGHTS } from '../../../lib/match/score/weights';
import { fitLists, type Group } from '../fit';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = join(resolve(process.argv[2] ?? join(ROOT, '../shared/data')), 'checkthat2022');
const PARAPHRASES = join(ROOT, 'tests/fixtures/paraphrases');
const OUT = join(ROOT, 'lib/match/meaning/weights.ts');
/** How often each paraphrase is counted: the posts are three times as many. */
const TIMES = 2;
/** Six weights need no more than every so manyeth post. */
const EVERY = 2;
const POOL = 60;

const bytes = readFileSync(join(ROOT, 'lib/cli/data/meaning.bin'));
const vectors = openVectors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const collection = await readCollection(join(DATA, 'claims.jsonl'));
const meant = new MeantCollection(collection, vectors);

/**
 * The candidates of each text, as `shape` gives it; undefined: not used. A text without the right claim among
 * its candidates teaches nothing.
 */
async function groupsOf(
  queries: string,
  judgements: string,
  shape: (text: string, i: number) => string | undefined,
): Promise<Group[]> {
  const judged = await readJudgements(judgements);
  const groups: Group[] = [];
  let i = 0;
  for await (const { id, text } of textsOf(queries)) {
    const shaped = shape(text, i++);
    if (shaped === undefined) continue;
    const candidates = meant.candidates(WEIGHTS, shaped, POOL);
    const right = candidates.map(
      ({ featured }) => judged.get(id)?.has(collection.idOf(featured.at)) ?? false,
    );
    if (right.includes(true)) groups.push({ rows: candidates.map(({ x }) => x), right });
  }
  return groups;
}

/** Half of the posts without their date: a text need not have one. */
const posts = await groupsOf(join(DATA, 'train/queries.jsonl'), join(DATA, 'train/qrels.txt'), (text, i) => {
  if (i % EVERY !== 0) return undefined;
  return i % (2 * EVERY) === 0 ? text : text.replace(/ \p{L}+ \d{1,2}, \d{4}\s*$/u, '');
});
/** The first, third and so on; the others are left to measure with. */
const paraphrases = await groupsOf(`${PARAPHRASES}.jsonl`, `${PARAPHRASES}.qrels`, (text, i) =>
  i % 2 === 0 ? text : undefined,
);
const { weights } = fitLists(
  [...posts, ...Array.from({ length: TIMES }, () => paraphrases).flat()],
  MEANING_FEATURES.length,
);
writeFileSync(
  OUT,
  `/** What the order by words and meaning has learnt. Written by \`npm run train:meaning\`: do not edit. */
import { checkMeaningWeights } from './features';

export const MEANING_WEIGHTS = checkMeaningWeights(
  ${JSON.stringify(MEANING_FEATURES)},
  ${JSON.stringify(weights)},
);
`,
);
process.stderr.write(`${posts.length} posts, ${paraphrases.length} paraphrases: ${weights.join(' ')}\n`);
spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', OUT], { stdio: 'ignore' });
