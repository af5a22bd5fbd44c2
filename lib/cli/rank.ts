/** `rank`: the claims that each query is most likely about, best first, without a threshold. */
import { progress, readCollection, textsOf } from './collection';
import { options, required } from './options';
import { ranker } from './ranker';
import { UsageError } from './usage';

/** Runs the command; prints one JSON line per query: {id, ranked: [{id, score}]}. */
export async function rank(args: string[]): Promise<number> {
  const values = options(args, { claims: 'string', queries: 'string', k: 'short' });
  const claims = required(values, 'claims');
  const queries = required(values, 'queries');
  const k = Number(values.k ?? 5);
  if (!Number.isInteger(k) || k < 1 || k > 1000)
    throw new UsageError(`-k takes a whole number from 1 to 1000, not “${values.k}”`);
  const collection = await readCollection(claims);
  const ranked = ranker(collection);
  const note = progress('queries ranked');
  let n = 0;
  for await (const { id, text } of textsOf(queries)) {
    const best = ranked(text, k).map(({ at, score }) => ({
      id: collection.idOf(at),
      score: Number(score.toPrecision(6)),
    }));
    process.stdout.write(`${JSON.stringify({ id, ranked: best })}\n`);
    note(++n);
  }
  note(n, true);
  return 0;
}
