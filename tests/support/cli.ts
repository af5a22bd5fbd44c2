/** Runs the real command line, and writes libraries for it into folders of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { builtCli } from './cli-built';

const ROOT = resolve(import.meta.dirname, '../..');

/** The command line, to be run by Node from the repository. */
export const CLI = await builtCli();

/** A process start costs a second or more on a busy machine. */
export const PATIENCE = 60_000;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  // biome-ignore lint/suspicious/noExplicitAny: what the command printed is what the test is about
  readonly lines: () => any[];
}

/** What `npm run -s factmark -- ...args` runs, from the repository, with `input` on standard input. */
export function factmark(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return {
    code: status,
    out: stdout,
    err: stderr,
    lines: () =>
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

/** A temporary folder with these files (text as it is, all else as JSON); removed after the tests of the file. */
export function folder(files: Record<string, unknown>): string {
  const dir = mkdtempSync(join(tmpdir(), 'factmark-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return dir;
}
