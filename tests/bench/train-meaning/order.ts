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
/** How often each paraphrase is counted: there are six times as many posts, each with and without its date. */
const TIMES = 4;
const POOL = 60;

const bytes = readFileSync(join(ROOT, 'lib/cli/data/meaning.bin'));
const vectors = openVectors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const collection = await readCollection(join(DATA, 'claims.jsonl'));
const meant = new MeantCollection(collection, vectors);

/** The candidates of each text; a text without the right claim among them teaches nothing. */
async function groupsOf(queries: string, judgements: string, shapes: (id: string, text: string) => string[]) {
  const judged = await readJudgements(judgements);
  const groups: Group[] = [];
  for await (const { id, text } of textsOf(queries))
    for (const shape of shapes(id, text)) {
      const candidates = meant.candidates(WEIGHTS, shape, POOL);
      const right = candidates.map(
        ({ featured }) => judged.get(id)?.has(collection.idOf(featured.at)) ?? false,
      );
      if (right.includes(true)) groups.push({ rows: candidates.map(({ x }) => x), right });
    }
  return groups;
}

const undated = (text: string) => text.replace(/ \p{L}+ \d{1,2}, \d{4}\s*$/u, '');
const posts = await groupsOf(join(DATA, 'train/queries.jsonl'), join(DATA, 'train/qrels.txt'), (_, text) => [
  text,
  undated(text),
]);
const paraphrases = await groupsOf(`${PARAPHRASES}.jsonl`, `${PARAPHRASES}.qrels`, (id, text) =>
  Number(id.slice(1)) % 2 === 1 ? [text] : [],
);
const { weights } = fitLists(
  [...posts, ...Array.from({ length: TIMES }, () => paraphrases).flat()],
  MEANING_FEATURES.length,
);
writeFileSync(
  OUT,
  `/** What the order by words and meaning has learnt. Written by \`npm run train:meaning\`: do not edit. */
import { checkMeaningWeights } from './features';

export const MEANING_WEIGHTS = checkMeaningWeights(${JSON.stringify(MEANING_FEATURES)}, ${JSON.stringify(weights)});
`,
);
process.stderr.write(`${posts.length} posts, ${paraphrases.length} paraphrases: ${weights.join(' ')}\n`);
spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', OUT], { stdio: 'ignore' });
