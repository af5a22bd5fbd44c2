/** What a source really holds in the database, counted and looked at without the store's own reading of it. */
import type { Database } from '../../../lib/store/database';
import type { Edition, StoredSource } from '../../../lib/store/source';
import { wrongCheck, wrongReview } from './schema';
import type { Tally } from './tally';

type Row = Record<string, unknown>;

interface Held {
  readonly checks: readonly unknown[];
  readonly reviews: readonly Row[];
}

/** Reviews are lines in layers, a later line in the place of an earlier one, and one with `removed` of what is gone. */
async function held(db: Database, { name, layers }: Edition): Promise<Held> {
  const all = await db.getAll('checks', IDBKeyRange.bound([name], [name, []]));
  const reviews = new Map<string, Row>();
  for (const layer of layers) {
    const range = IDBKeyRange.bound([layer.name], [layer.name, []]);
    for (const bytes of await db.getAll('records', range))
      for (const line of new TextDecoder().decode(bytes).trimEnd().split('\n')) {
        const row = JSON.parse(line) as Row;
        if (row.removed) reviews.delete(row.id as string);
        else reviews.set(row.id as string, row);
      }
  }
  return { checks: all.map(({ check }) => check), reviews: [...reviews.values()] };
}

/** Is what is stored of this source what it says, and as the formats have it? */
export async function inspect(db: Database, { id, current }: StoredSource, tally: Tally): Promise<void> {
  const { checks, reviews } = await held(db, current);
  for (const check of checks) {
    const wrong = wrongCheck(check);
    if (wrong !== '') tally.fail('against', `a check of ${id}: ${wrong}`);
  }
  for (const review of reviews) {
    const wrong = wrongReview(review);
    if (wrong !== '') tally.fail('against', `a review of ${id}: ${wrong}`);
  }
  const said = { checks: current.checks, reviews: current.reviews };
  const is = { checks: checks.length, reviews: reviews.length };
  if (JSON.stringify(said) !== JSON.stringify(is))
    tally.fail('sums', `${id} says ${JSON.stringify(said)} and holds ${JSON.stringify(is)}`);
  const languages = Object.values(current.languages).reduce((sum, n) => sum + n, 0);
  if (languages !== is.checks + is.reviews) tally.fail('sums', `${id} has languages of ${languages} records`);
  const { taken, changed, refused, first, reasons } = current.records;
  if (
    changed > taken ||
    first.length !== Math.min(50, refused) ||
    first.some(({ message }) => message === '')
  )
    tally.fail('sums', `${id} tells ${first.length} of ${refused} refusals`);
  if (refused > 0 && Object.values(reasons).reduce((sum, n) => sum + n, 0) < refused)
    tally.fail('sums', `${id} has fewer reasons than refusals`);
}
