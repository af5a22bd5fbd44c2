/**
 * The command line as one file, so that a test that starts it does not wait for each of its modules to be compiled:
 * a start takes a sixth of the time. It is made again when anything it is made of changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = resolve(ROOT, 'lib/cli/main.ts');
const BUILT = resolve(ROOT, '.tmp/cli');

/** The path of the file, to be run by Node. */
export async function builtCli(): Promise<string> {
  const folder = join(BUILT, hashOfSources());
  const path = join(folder, 'main.mjs');
  if (existsSync(path)) return path;
  mkdirSync(BUILT, { recursive: true });
  const made = mkdtempSync(join(BUILT, 'making-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    // What it reads beside itself stands where its sources stand.
    define: {
      'import.meta.dirname': JSON.stringify(resolve(MAIN, '..')),
      'import.meta.url': JSON.stringify(pathToFileURL(MAIN).href),
    },
    build: {
      ssr: MAIN,
      outDir: made,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
  // Several files of tests may make it at once: the first one in place is as good as any.
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(path)) throw error;
  }
  return path;
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(resolve(ROOT, 'package-lock.json')));
  hash.update(readFileSync(import.meta.filename));
  const lib = resolve(ROOT, 'lib');
  for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(ts|json)$/.test(file)) hash.update(file).update(readFileSync(join(lib, file)));
  return hash.digest('hex').slice(0, 16);
}
