/** The engine of the command line: folders of authored checks, and files of bare claims. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Refused, type Review, Seen, streamFeed } from '../claims';
import { type Bare, badgeable, buildIndex } from '../match/bare/build';
import { type BareLibrary, openBare, type SourceIndex } from '../match/bare/library';
import type { Engine } from '../match/engine';
import { compileLibrary, type Library, mergeLibraries } from '../match/library';
import { linesOf, readClaims } from './collection';
import { readLibrary } from './library';

/** An engine with what its bare claims say, by source (the path of their file, as given) and id. */
export interface Loaded {
  readonly engine: Engine;
  readonly claims: ReadonlyMap<string, ReadonlyMap<string, Bare>>;
}

/**
 * Loads each of `paths`: a folder is a library of authored checks, a file holds bare claims (JSONL {id, claim, title?,
 * date?}, or a ClaimReview feed).
 * @throws Error naming the first broken file.
 */
export async function loadEngine(paths: readonly string[]): Promise<Loaded> {
  const libraries: Library[] = [];
  const indexes: SourceIndex[] = [];
  const claims = new Map<string, ReadonlyMap<string, Bare>>();
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) libraries.push(await loadLibrary(path));
    else {
      const rows = await readBare(path);
      claims.set(path, new Map(rows.map((row) => [row.id, row])));
      indexes.push({ source: path, ...buildIndex(badgeable(rows)) });
    }
  }
  const bare: BareLibrary | undefined = indexes.length === 0 ? undefined : openBare(indexes);
  return { engine: { authored: mergeLibraries(libraries), bare }, claims };
}

async function loadLibrary(dir: string): Promise<Library> {
  const { pack, checks, problems } = await readLibrary(dir);
  const first = problems[0];
  if (first || !pack)
    throw new Error(
      `${first ? `${first.file}:${first.pointer}: ${first.message}` : `${dir} has no pack.json`}; run “lint ${dir}” for the whole list`,
    );
  return compileLibrary(
    checks.map((c) => c.check),
    pack.sets,
  );
}

/** Claims as our own JSONL if the first line is one, else a feed. */
async function readBare(file: string): Promise<Bare[]> {
  for await (const { line } of linesOf(file)) {
    if (isClaim(line)) return readClaims(file);
    break;
  }
  return readReviews(file);
}

/** The reviews of a feed, each once. */
async function readReviews(file: string): Promise<Bare[]> {
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
