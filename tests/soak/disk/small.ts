/** A disk of a few hundred megabytes in memory, on which a browser keeps its profile; and something that fills it. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Enough for a browser's profile and its caches, megabytes (2²⁰). */
const SIZE = 600;
const BLOCK = 4096;

export interface SmallDisk {
  /** Fills it until only so many bytes are left. */
  fill(left: number): void;
  /** Makes room again. */
  free(): void;
  close(): void;
}

/**
 * Mounts it, and makes it the folder of temporary files, where the browsers of tests have their profiles.
 * @throws Error where this user may not mount: Linux, as root.
 */
export function smallDisk(): SmallDisk {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'factmark-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw new Error('A small disk is mounted for this part: run it on Linux, as root.', { cause: error });
  }
  process.env.TMPDIR = folder;
  const ballast = join(folder, 'ballast');
  return {
    fill(left) {
      const file = openSync(ballast, 'w');
      const { bavail, bsize } = statfsSync(folder);
      try {
        for (let bytes = bavail * bsize - left; bytes > 0; bytes -= BLOCK)
          writeSync(file, Buffer.alloc(BLOCK));
      } catch {
        // The browser has filled the rest meanwhile.
      }
      closeSync(file);
    },
    free: () => rmSync(ballast, { force: true }),
    close() {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
