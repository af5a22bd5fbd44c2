/** What a browser takes of the machine: memory of all its processes, as Linux tells it, and its folders on disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
};

/** The processes of the browser with this profile: those that name it, and all that they started. */
export function processesOf(profile: string): number[] {
  const parents = new Map<number, number>();
  const own = new Set<number>();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    // "pid (name) state ppid …"; the name may hold blanks and brackets.
    const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`).replace(/^.*(?=\) \S \d)/s, ''))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
    if (Number(name) !== process.pid && read(`/proc/${name}/cmdline`).includes(profile))
      own.add(Number(name));
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents)
      if (own.has(parent) && !own.has(pid)) {
        own.add(pid);
        grown = true;
      }
  }
  return [...own];
}

export interface Memory {
  /** Megabytes (10⁶) in memory; what processes share is divided among them (PSS). */
  readonly pss: number;
  /** Of these, what is in processes of extensions. */
  readonly own: number;
  /** The same as `pss`, shared pages counted in each process (RSS). */
  readonly rss: number;
  readonly processes: number;
}

/** Chromium says it in the command, Firefox in the name. */
const isOfExtensions = (pid: number): boolean =>
  read(`/proc/${pid}/cmdline`).includes('--extension-process') ||
  read(`/proc/${pid}/comm`).trim() === 'WebExtensions';

/** Memory of all processes of the browser with this profile; undefined where there is no `/proc` to ask. */
export function memoryOf(profile: string): Memory | undefined {
  if (process.platform !== 'linux') return undefined;
  let [pss, own, rss] = [0, 0, 0];
  const all = processesOf(profile);
  for (const pid of all) {
    const text = read(`/proc/${pid}/smaps_rollup`);
    const share = Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    pss += share;
    if (isOfExtensions(pid)) own += share;
    rss += Number(/^Rss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  const megabytes = (kibibytes: number) => (kibibytes * 1024) / 1e6;
  return { pss: megabytes(pss), own: megabytes(own), rss: megabytes(rss), processes: all.length };
}

/** Megabytes (10⁶) of all files under a folder whose path `matches`. */
export function diskOf(folder: string, matches: RegExp): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !matches.test(path)) continue;
    try {
      bytes += statSync(path).size;
    } catch {
      // It was a file for a moment.
    }
  }
  return bytes / 1e6;
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
