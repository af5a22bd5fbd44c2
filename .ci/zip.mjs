/**
 * `npm run zip [-- --air-gap] [-- --no-build]`: what the stores take, in .output: a zip for Chrome, one for Edge (which runs
 * Chrome's build: the same bytes), one for Firefox, and one of the sources all of them are built from. The same sources give
 * the same bytes, wherever and whenever it is run (store/BUILDING.md). `--no-build`: packs what was built before.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import JSZip from 'jszip';
import { ROOT, run } from './setup.mjs';

const OUT = resolve(ROOT, '.output');
const AIR_GAP = process.argv.includes('--air-gap');
const BUILDS = { chrome: ['chrome'], edge: ['chrome'], firefox: ['firefox', '--mv3'] };

/** Times, owners and rights say nothing of the content: the first time a zip can hold, and a plain file. */
const ENTRY = { date: new Date(Date.UTC(1980, 0, 1)), unixPermissions: 0o100644, createFolders: false };

/** Not needed to build: tests, pictures, and the command line's word vectors (8 MB). */
const NOT_SOURCES = /^(tests\/|docs\/screenshots\/|lib\/cli\/data\/.*\.bin$)/;
/** What .gitignore names, for sources that were unpacked and so are no repository. */
const MADE = /^(node_modules|\.git|\.output|\.wxt|\.tmp|test-results|playwright-report)\/|\.log$/;

const version = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')).version;
const suffix = AIR_GAP ? '-air-gap' : '';

if (!process.argv.includes('--no-build'))
  for (const browser of [BUILDS.chrome, BUILDS.firefox]) {
    const mode = AIR_GAP ? ['--mode', 'air-gap'] : [];
    const code = run('npx', ['wxt', 'build', '-b', ...browser, ...mode]);
    if (code !== 0) process.exit(code);
  }
mkdirSync(OUT, { recursive: true });
for (const [store, [browser]] of Object.entries(BUILDS)) {
  const folder = resolve(OUT, `${browser}-mv3${suffix}`);
  if (!existsSync(folder)) {
    console.error(`${folder} is not there; run npm run zip without --no-build.`);
    process.exit(1);
  }
  await pack(folder, filesIn(folder), `factmark-${version}-${store}${suffix}.zip`);
}
if (!AIR_GAP) await pack(ROOT, sources(), `factmark-${version}-sources.zip`);

/** Packs `files`, paths from `folder`, in the order of their names. */
async function pack(folder, files, name) {
  const zip = new JSZip();
  for (const file of [...files].sort()) zip.file(file, readFileSync(join(folder, file)), ENTRY);
  const bytes = await zip.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
  writeFileSync(resolve(OUT, name), bytes);
  console.log(`.output/${name}: ${files.length} files, ${Math.ceil(bytes.length / 1000)} kB`);
}

/** Paths of all files in `folder`, from there, with slashes. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));
}

/** What git keeps; of sources that were unpacked, all but what is made from them. */
function sources() {
  const files = existsSync(resolve(ROOT, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')
    : walk(ROOT);
  return files.filter((file) => file !== '' && !NOT_SOURCES.test(file));
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const file = relative(ROOT, path).replaceAll('\\', '/');
    if (MADE.test(entry.isFile() ? file : `${file}/`)) return [];
    return entry.isDirectory() ? walk(path) : [file];
  });
}
