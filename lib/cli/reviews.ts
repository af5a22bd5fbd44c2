/** Bare reviews of a library folder: `reviews/*.jsonl`, a review a line, read line by line. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseReview, type Review } from '../claims';
import { linesOf } from './collection';
import type { FileProblem } from './library';

/** The folder of a library that holds them. */
const FOLDER = 'reviews';

/** A line of a file: a review, or what is wrong with it. `pointer` of a problem begins with the line's number. */
export interface ReviewLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly review: Review | undefined;
  readonly problems: readonly FileProblem[];
}

/** Paths of the files of reviews in the library folder `dir`, in order of their names. */
export async function reviewFiles(dir: string): Promise<string[]> {
  const entries = await readdir(join(dir, FOLDER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return entries
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(dir, FOLDER, name));
}

/** Bytes of all files of reviews in `dir`. */
export async function reviewBytes(dir: string): Promise<number> {
  let bytes = 0;
  for (const path of await reviewFiles(dir)) bytes += (await stat(path)).size;
  return bytes;
}

/** Every line of them that is not empty. Nothing is held but the line. */
export async function* readReviews(dir: string): AsyncGenerator<ReviewLine> {
  for (const path of await reviewFiles(dir)) {
    const file = relative(process.cwd(), path);
    for await (const { line: text, number: line } of linesOf(path)) {
      const problem = (pointer: string, message: string): FileProblem => ({
        file,
        pointer: `${line}${pointer}`,
        message,
      });
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        const problems = [problem('', 'is not a JSON line; mend it or remove it')];
        yield { file, line, review: undefined, problems };
        continue;
      }
      const parsed = parseReview(json);
      if (parsed.ok) yield { file, line, review: parsed.value, problems: [] };
      else {
        const problems = parsed.problems.map((p) => problem(p.pointer, p.message));
        yield { file, line, review: undefined, problems };
      }
    }
  }
}
