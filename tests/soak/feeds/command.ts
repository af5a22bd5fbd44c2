/** The command line over broken feeds and folders: `import`, `lint` and `pack`, each as its own process. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtCli } from '../../support/cli-built';
import { FIRST } from '../../support/pack-sky';
import type { Random } from '../random';
import { PACKS, REVIEWS } from './corpus';
import { glued, mutated, spoiled } from './mutate';
import { wrongReview } from './schema';
import { made } from './streams';
import type { Tally } from './tally';

const ROOT = resolve(import.meta.dirname, '../../..');
const cli = builtCli();
/** Words of the language's own errors: they say nothing to whoever ran the command. */
const FOREIGN =
  /Cannot (?:read|set|convert)|is not (?:a function|iterable|defined)|Maximum call stack|Invalid (?:array|string) length|heap|\n\s+at /;

interface Ran {
  readonly code: number | null;
  readonly out: string;
}

async function ran(args: readonly string[], tally: Tally): Promise<Ran> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=96', await cli, ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if ((status !== 0 && status !== 1) || FOREIGN.test(stderr))
    tally.fail('crashes', `${args[0]} ends with ${status}: ${stderr.slice(0, 400)}`);
  else if (status === 1 && stderr === '' && stdout === '')
    tally.fail('sums', `${args[0]} refuses and says nothing`);
  return { code: status, out: stdout };
}

export async function tryCommand(chance: Random, tally: Tally): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'factmark-soak-'));
  try {
    await imported(dir, chance, tally);
    await folder(dir, chance, tally);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A feed of some thousand records becomes a folder, which the others take. */
async function imported(dir: string, chance: Random, tally: Tally): Promise<void> {
  const isBroken = chance.chance(0.3);
  let bytes: Uint8Array = new Uint8Array(0);
  let promised = 0;
  for (let n = 0; n < 150; n++) {
    const part = made(chance, 25, 'lines');
    if (!isBroken && !part.isKnown) continue;
    promised += part.records.length;
    bytes = glued(bytes, part.bytes);
  }
  const [feed, out, report] = ['feed.jsonl', 'library', 'report.jsonl'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(feed, bytes);
  const { code, out: said } = await ran(['import', feed, '--out', out, '--report', report], tally);
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trimEnd().split('\n') : [];
  tally.records += Math.max(lines.length, 1);
  if (code !== 0) {
    tally.ended++;
    if (!isBroken) tally.fail('lost', 'sound lines are not imported');
    if (existsSync(join(out, 'pack.json'))) tally.fail('lost', 'a feed that is refused leaves a folder');
    return;
  }
  const { records, outcomes } = JSON.parse(said) as { records: number; outcomes: Record<string, number> };
  const sum = Object.values(outcomes).reduce((all, n) => all + n, 0);
  if (records !== sum || records !== lines.length || (!isBroken && records !== promised))
    tally.fail(
      'sums',
      `${records} read, ${sum} told, ${lines.length} in the report, ${promised} in the feed`,
    );
  const reviews = readFileSync(join(out, 'reviews', 'feed.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const taken = (outcomes.taken ?? 0) + (outcomes.changed ?? 0);
  tally.taken += taken;
  tally.refused += outcomes.refused ?? 0;
  if (reviews.length !== taken) tally.fail('sums', `${taken} taken, ${reviews.length} written`);
  for (const line of reviews) {
    const wrong = wrongReview(JSON.parse(line));
    if (wrong !== '') tally.fail('against', `import writes ${wrong}`);
  }
  const linted = await ran(['lint', out], tally);
  if (linted.code !== 0) tally.fail('lost', `what was imported has problems: ${linted.out.slice(0, 400)}`);
  const pack = join(dir, 'pack');
  const packed = await ran(['pack', out, '--out', pack], tally);
  if (packed.code !== 0)
    tally.fail('lost', `what was imported cannot be packed: ${packed.out.slice(0, 400)}`);
  else if (JSON.parse(packed.out).reviews !== taken)
    tally.fail('sums', `${taken} taken, packed: ${packed.out}`);
}

/** A folder in which some files are wrong, linted and packed: packed only if there is nothing to say of it. */
async function folder(dir: string, chance: Random, tally: Tally): Promise<void> {
  const library = join(dir, 'folder');
  const put = (name: string, value: unknown, share = 0.3) => {
    tally.records++;
    const { text } = mutated(value, chance, chance.chance(share) ? chance.int(1, 3) : 0);
    const bytes = Buffer.from(text);
    writeFileSync(join(library, name), chance.chance(0.02) ? spoiled(bytes, chance, 2) : bytes);
  };
  mkdirSync(join(library, 'sky'), { recursive: true });
  mkdirSync(join(library, 'reviews'));
  const pack = {
    ...(PACKS[1] as object),
    topics: [{ id: 'sky', title: 'Sky', description: 'Sky.' }],
    sets: FIRST.sets,
  };
  put('pack.json', pack, 0.2);
  for (const check of FIRST.checks ?? []) put(`sky/${check.id}.json`, check, 0.1);
  const isSpoiled = chance.chance(0.5);
  const lines = REVIEWS.map(
    (review) => mutated(review, chance, isSpoiled && chance.chance(0.2) ? 2 : 0).text,
  );
  tally.records += lines.length;
  writeFileSync(join(library, 'reviews', 'desk.jsonl'), lines.join('\n'));
  const linted = await ran(['lint', library], tally);
  const out = join(dir, 'published');
  const packed = await ran(['pack', library, '--out', out], tally);
  tally.ended += packed.code === 0 ? 0 : 1;
  if ((packed.code === 0) !== existsSync(join(out, 'pack.json')))
    tally.fail('sums', 'pack says otherwise than it did');
  if (packed.code !== 0) return;
  if (linted.code === 0 && (await ran(['lint', out], tally)).code !== 0)
    tally.fail('lost', 'what was packed is not whole');
}
