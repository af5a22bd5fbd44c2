/** A text file written line by line, in few writes. */
import { appendFileSync, writeFileSync } from 'node:fs';

/** Characters held before they are written. */
const HELD = 1 << 16;

export class TextFile {
  private held: string[] = [];
  private length = 0;

  /** Begins an empty file at `path`. */
  constructor(readonly path: string) {
    writeFileSync(path, '');
  }

  add(line: string): void {
    this.held.push(line, '\n');
    this.length += line.length + 1;
    if (this.length >= HELD) this.flush();
  }

  flush(): void {
    if (this.length === 0) return;
    appendFileSync(this.path, this.held.join(''));
    this.held = [];
    this.length = 0;
  }
}
