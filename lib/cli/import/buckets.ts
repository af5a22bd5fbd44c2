/** Reviews sorted by id without holding them all: put into a file by the beginning of their id, then each file sorted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, type Review } from '../../claims';
import { TextFile } from './text-file';

/** `r-` and two characters: ids made by `reviewId` fall evenly into 73 files. */
const PREFIX = 4;

export class Buckets {
  private readonly files = new Map<string, TextFile>();

  /** @param dir a folder of its own for its files. */
  constructor(private readonly dir: string) {}

  /** `ordinal`: its place in the feed. */
  add(review: Review, ordinal: number): void {
    const prefix = review.id.slice(0, PREFIX);
    let file = this.files.get(prefix);
    if (file === undefined) {
      file = new TextFile(join(this.dir, `bucket-${prefix}`));
      this.files.set(prefix, file);
    }
    // JSON holds no tab.
    file.add(`${review.id}\t${ordinal}\t${canonical(review)}`);
  }

  /** Lines of JSON in order of ids, but those whose ordinals are in `without`; an id may not be left twice. */
  *sorted(without: ReadonlySet<number>): Generator<string> {
    for (const [, file] of [...this.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      file.flush();
      const rows = readFileSync(file.path, 'utf8').trimEnd().split('\n');
      for (const row of rows.sort()) {
        const [, ordinal, json] = row.split('\t');
        if (json !== undefined && !without.has(Number(ordinal))) yield json;
      }
    }
  }
}
