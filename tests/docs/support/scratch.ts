/**
 * A folder like the repository’s as a reader has it, in which the commands of one document are run: the documentation with
 * its examples is there, and what commands write beside the repository (`../sky`) stays within the scratch.
 *
 * `npm run -s factmark -- …` would start npm, tsx and the TypeScript of the command line each time, seconds on a busy
 * machine. A stand-in for npm starts the command line that is built into one file; `commands.test.ts` holds the two together.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtCli } from '../../support/cli-built';
import { ROOT } from './markdown';

/** What a command printed, standard output and errors as a terminal shows them. */
export interface Ran {
  readonly code: number;
  readonly printed: string;
}

/** A folder with a stand-in for npm in it. */
async function standIn(bin: string): Promise<void> {
  const npm = join(bin, 'npm');
  mkdirSync(bin);
  writeFileSync(
    npm,
    `#!/bin/sh
if [ "$1 $2 $3 $4" = "run -s factmark --" ]; then shift 4; exec node "${await builtCli()}" "$@"; fi
echo "npm $* is neither run nor on the list in tests/docs/support/not-run.ts" >&2; exit 97
`,
  );
  chmodSync(npm, 0o755);
}

/** Makes scratch folders under one that is for the caller to remove. */
export async function scratches(): Promise<{ dir: string; folder: (name: string) => Scratch }> {
  const dir = mkdtempSync(join(tmpdir(), 'factmark-docs-'));
  const bin = join(dir, 'bin');
  await standIn(bin);
  return { dir, folder: (name) => new Scratch(join(dir, name.replaceAll(/\W+/g, '-')), bin) };
}

export class Scratch {
  readonly repository: string;
  private code = 0;

  constructor(
    dir: string,
    private readonly bin: string,
  ) {
    this.repository = join(dir, 'factmark');
    mkdirSync(this.repository, { recursive: true });
    for (const room of ['publishers', 'researchers'])
      cpSync(resolve(ROOT, 'docs', room), join(this.repository, 'docs', room), { recursive: true });
  }

  /** Runs a command after the ones before; `$?` is the exit code of the last. */
  async run(command: string): Promise<Ran> {
    const child = spawn('bash', ['-c', `(exit ${this.code}); ${command}`], {
      cwd: this.repository,
      env: { ...process.env, PATH: `${this.bin}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    this.code = await new Promise<number>((done, failed) =>
      child.once('error', failed).once('close', (code) => done(code ?? 1)),
    );
    return { code: this.code, printed };
  }
}
