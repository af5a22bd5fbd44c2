/** The engine of the command line: library folders, published packs, and files of bare claims. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Refused, type Review, Seen, streamFeed } from '../claims';
import { type Bare, badgeable, buildIndex } from '../match/bare/build';
import { type BareLibrary, openBare, type SourceIndex } from '../match/bare/library';
import type { Engine } from '../match/engine';
import { compileLibrary, type Library, mergeLibraries } from '../match/library';
import { orderSets } from '../match/sets';
import { linesOf, readClaims } from './collection';
import { readLibrary } from './library';
import { currentOf } from './pack/current';
import { isPublished } from './pack/published';
import { readReviews } from './reviews';

/** An engine with what its bare claims say, by source (the path of their file, as given) and id. */
export interface Loaded {
  readonly engine: Engine;
  readonly claims: ReadonlyMap<string, ReadonlyMap<string, Bare>>;
}

/**
 * Loads each of `paths`: a folder is a library (checks, and bare reviews) or a published pack; a file holds bare claims
 * (JSONL {id, claim, title?, date?}, or a ClaimReview feed).
 * @throws Error naming the first broken file.
 */
export async function loadEngine(paths: readonly string[]): Promise<Loaded> {
  const libraries: Library[] = [];
  const indexes: SourceIndex[] = [];
  const claims = new Map<string, ReadonlyMap<string, Bare>>();
  for (const path of paths) {
    const { library, rows } = (await stat(path)).isDirectory()
      ? await loadFolder(path)
      : { library: undefined, rows: await readBare(path) };
    if (library) libraries.push(library);
    if (rows.length === 0) continue;
    claims.set(path, new Map(rows.map((row) => [row.id, row])));
    indexes.push({ source: path, ...buildIndex(badgeable(rows)) });
  }
  const bare: BareLibrary | undefined = indexes.length === 0 ? undefined : openBare(indexes);
  return { engine: { authored: mergeLibraries(libraries), bare }, claims };
}

/** The checks and the bare reviews of a library folder, or of a published pack. */
async function loadFolder(dir: string): Promise<{ library: Library; rows: Bare[] }> {
  const { checks, sets, reviews, problems } = (await isPublished(dir))
    ? await currentOf(dir)
    : await folderOf(dir);
  const [first] = problems;
  if (first)
    throw new Error(`${first.file}:${first.pointer}: ${first.message}; run “lint ${dir}” for the whole list`);
  return { library: compileLibrary(checks, orderSets(sets).sets), rows: reviews };
}

async function folderOf(dir: string) {
  const { pack, checks, problems } = await readLibrary(dir);
  const reviews: Review[] = [];
  const all = [...problems];
  for await (const line of readReviews(dir)) {
    all.push(...line.problems);
    if (line.review) reviews.push(line.review);
  }
  return { checks: checks.map((c) => c.check), sets: pack?.sets ?? {}, reviews, problems: all };
}

/** Claims as our own JSONL if the first line is one, else a feed. */
async function readBare(file: string): Promise<Bare[]> {
  for await (const { line } of linesOf(file)) {
    if (isClaim(line)) return readClaims(file);
    break;
  }
  return readFeed(file);
}

/** The reviews of a feed, each once. */
async function readFeed(file: string): Promise<Bare[]> {
  const reviews = new Map<number, Review>();
  const seen = new Seen();
  let refused = 0;
  let first: Refused | undefined;
  let ordinal = 0;
  for await (const outcomes of streamFeed(createReadStream(file)))
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') {
        refused++;
        first ??= outcome;
        continue;
      }
      const sight = seen.see(outcome.review, ++ordinal);
      if (sight.kind === 'newer') reviews.delete(sight.instead);
      if (sight.kind === 'new' || sight.kind === 'newer') reviews.set(ordinal, outcome.review);
    }
  if (first !== undefined)
    process.stderr.write(
      `factmark: ${file}: records left out: ${refused}; the first: ${first.where} ${first.message}\n`,
    );
  return [...reviews.values()];
}

function isClaim(line: string): boolean {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null && typeof (row as { claim?: unknown }).claim === 'string';
  } catch {
    return false;
  }
}
