/**
 * A folder like the repository’s as a reader has it, in which the commands of one document are run: the documentation with
 * its examples is there, and what commands write beside the repository (`../sky`) stays within the scratch.
 *
 * `npm run -s factmark -- …` would start npm, tsx and the TypeScript of the command line each time, seconds on a busy
 * machine. It is bundled once, and a stand-in for npm starts the bundle; `commands.test.ts` holds the two together.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { ROOT } from './markdown';

/** What a command printed, standard output and errors as a terminal shows them. */
export interface Ran {
  readonly code: number;
  readonly printed: string;
}

/** Bundles the command line where its files are found around it; the folder of the stand-in for npm. */
async function bundled(dir: string): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'lib/cli/main.ts', outDir: join(dir, 'lib/cli'), minify: false, emptyOutDir: true },
  });
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  for (const path of ['public', 'lib/words', 'lib/cli/data'])
    symlinkSync(resolve(ROOT, path), join(dir, path));
  mkdirSync(join(dir, 'bin'));
  const npm = join(dir, 'bin/npm');
  writeFileSync(
    npm,
    `#!/bin/sh
if [ "$1 $2 $3 $4" = "run -s factmark --" ]; then shift 4; exec node "${join(dir, 'lib/cli/main.js')}" "$@"; fi
echo "npm $* is neither run nor on the list in tests/docs/support/not-run.ts" >&2; exit 97
`,
  );
  chmodSync(npm, 0o755);
  return join(dir, 'bin');
}

/** Makes scratch folders under one that is for the caller to remove. */
export async function scratches(): Promise<{ dir: string; folder: (name: string) => Scratch }> {
  const dir = mkdtempSync(join(tmpdir(), 'factmark-docs-'));
  const bin = await bundled(join(dir, 'cli'));
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
    symlinkSync(resolve(ROOT, 'tests'), join(this.repository, 'tests'));
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
