/** `factmark import` in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const PROGRAM = resolve(import.meta.dirname, 'import-measured.ts');

/** Milliseconds with the start of the process left out, and bytes at most. */
export interface Imported {
  readonly ms: number;
  readonly used: number;
  readonly buffers: number;
  readonly rss: number;
}

/** Imports `feed` into the folder `out`; ends with `signal`. */
export async function importOnNode(feed: string, out: string, signal: AbortSignal): Promise<Imported> {
  const tsx = resolve(ROOT, 'node_modules/.bin/tsx');
  const child = spawn(tsx, [PROGRAM, feed, '--out', out], {
    cwd: ROOT,
    signal,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`import ended with ${code}: ${said}`);
  return JSON.parse(said.slice(said.lastIndexOf('\n') + 1)) as Imported;
}
