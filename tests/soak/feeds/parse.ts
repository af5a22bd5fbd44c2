/** Records, descriptions, manifests, shards and backups, read by the functions that read them everywhere. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Parsed,
  parseCheck,
  parseManifest,
  parsePack,
  parseRecord,
  parseReview,
  parseShard,
  recordLine,
  shardText,
} from '../../../lib/claims';
import { readBackup } from '../../../lib/store/backup/format';
import { newKey, PackMaker } from '../../support/pack-maker';
import { FIRST } from '../../support/pack-sky';
import type { Random } from '../random';
import { wrongBackup } from './backup';
import { BACKUPS, CHECKS, PACKS, RECORDS, REVIEWS } from './corpus';
import { mutated } from './mutate';
import { wrongCheck, wrongManifest, wrongPack, wrongRecord, wrongReview } from './schema';
import { isWorded, type Tally, told } from './tally';

interface Kind {
  readonly corpus: readonly unknown[];
  readonly parse: (input: unknown) => Parsed<unknown>;
  readonly wrong: (value: unknown) => string;
}

const manifest = new PackMaker('sky', newKey()).publish(FIRST).manifest;
const KINDS: readonly Kind[] = [
  { corpus: CHECKS, parse: parseCheck, wrong: wrongCheck },
  { corpus: REVIEWS, parse: parseReview, wrong: wrongReview },
  { corpus: PACKS, parse: parsePack, wrong: wrongPack },
  { corpus: [manifest], parse: parseManifest, wrong: wrongManifest },
  { corpus: RECORDS, parse: parseRecord, wrong: wrongRecord },
];

export async function tryParse(chance: Random, tally: Tally): Promise<void> {
  for (let n = 0; n < 20; n++) {
    const at = chance.int(0, 11);
    if (at === 0) backup(chance, tally);
    else if (at === 1) shard(chance, tally);
    else one(chance.pick(KINDS), chance, tally);
  }
}

function one({ corpus, parse, wrong }: Kind, chance: Random, tally: Tally): void {
  const { text, changes } = mutated(chance.pick(corpus), chance, chance.chance(0.1) ? 0 : chance.int(1, 3));
  tally.records++;
  const input: unknown = JSON.parse(text);
  let parsed: Parsed<unknown>;
  try {
    parsed = parse(input);
  } catch (error) {
    tally.fail('crashes', told(error));
    return;
  }
  judge(parsed, changes, { corpus, parse, wrong }, tally);
}

function judge(parsed: Parsed<unknown>, changes: number, { parse, wrong }: Kind, tally: Tally): void {
  if (!parsed.ok) {
    tally.refused++;
    const { problems } = parsed;
    if (
      problems.length === 0 ||
      problems.some(({ pointer, message }) => typeof pointer !== 'string' || message === '')
    )
      tally.fail('sums', `a refusal without its reason: ${JSON.stringify(problems)}`);
    if (changes === 0) tally.fail('lost', `what was not changed is refused: ${JSON.stringify(problems)}`);
    return;
  }
  tally.taken++;
  const what = wrong(parsed.value);
  if (what !== '') tally.fail('against', what);
  const again = parse(JSON.parse(JSON.stringify(parsed.value)));
  if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(parsed.value))
    tally.fail('against', `is not itself when it is read again: ${JSON.stringify(again).slice(0, 200)}`);
}

function shard(chance: Random, tally: Tally): void {
  const records = Array.from({ length: chance.int(1, 5) }, () => chance.pick(RECORDS.slice(-40)));
  const lines = records.map((record) =>
    chance.chance(0.5) ? recordLine(record) : mutated(record, chance, 1).text,
  );
  let text = shardText(lines);
  if (chance.chance(0.2)) text = text.slice(0, chance.int(0, text.length));
  tally.records += records.length;
  try {
    const parsed = parseShard(text);
    if (!parsed.ok) {
      tally.refused += records.length;
      if (parsed.problems.length === 0) tally.fail('sums', 'a shard is refused without a reason');
      return;
    }
    tally.taken += parsed.value.length;
    for (const record of parsed.value) {
      const wrong = wrongRecord(record);
      if (wrong !== '') tally.fail('against', wrong);
    }
    if (!isDeepStrictEqual(parseShard(shardText(parsed.value.map(recordLine))), parsed))
      tally.fail('against', 'a shard is not itself when it is written and read again');
  } catch (error) {
    tally.fail('crashes', told(error));
  }
}

function backup(chance: Random, tally: Tally): void {
  let { text } = mutated(chance.pick(BACKUPS), chance, chance.int(0, 4));
  if (chance.chance(0.05)) text = text.slice(0, chance.int(0, text.length));
  tally.records++;
  try {
    const read = readBackup(text);
    tally.taken++;
    const wrong = wrongBackup(read);
    if (wrong !== '') tally.fail('against', wrong);
    const { leftOut, ...rest } = read;
    const again = readBackup(JSON.stringify(rest));
    // Settings are read in browsers; Node's own check of addresses, once compiled, is wrong of such letters.
    if (/"https?:[^"]*[\u0080-\u00ff]/.test(text)) return;
    if (again.leftOut !== 0 || !isDeepStrictEqual(again, { ...rest, leftOut: 0 }))
      tally.fail('against', `a backup is not itself when it is read again: ${JSON.stringify([read, again])}`);
  } catch (error) {
    tally.refused++;
    if (!isWorded(error, ['Error'])) tally.fail('crashes', `${told(error)} of ${text.slice(0, 200)}`);
  }
}
