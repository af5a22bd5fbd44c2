/**
 * What the built extensions weigh: each script, page and package, as a reader's browser and a store get them.
 * `npx tsx tests/support/sizes.ts` prints them as a Markdown table.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/** Most bytes allowed: gzipped for scripts and pages, zipped for the package. */
export const LIMITS = { content: 30_000, page: 60_000, package: 400_000 } as const;

/** The builds that are measured, by browser. */
export const BUILDS = { Chrome: 'chrome-mv3', Firefox: 'firefox-mv3' } as const;

/** Folder of a build; to be made with `npm run build`. */
export const folderOf = (build: string): string => resolve(import.meta.dirname, '../../.output', build);

/** Bytes of a file as `gzip -9` makes it. */
export const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

export interface Loaded {
  /** Files of the package, HTML first, that are loaded before the reader does anything. */
  readonly files: readonly string[];
  /** Files that code of those loads when it needs them. */
  readonly later: readonly string[];
  /** Bytes of `files`, each gzipped. */
  readonly bytes: number;
}

/** What the page `name`, an HTML or script file in `folder`, loads by itself. @throws Error if a file of it is missing. */
export function loadedBy(folder: string, name: string): Loaded {
  const files = new Set([name]);
  const later = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const found of staticOf(file, text)) files.add(found);
    for (const found of laterOf(file, text)) if (existsSync(join(folder, found))) later.add(found);
  }
  return {
    files: [...files],
    later: [...later].filter((file) => !files.has(file)),
    bytes: [...files].reduce((sum, file) => sum + gzipped(join(folder, file)), 0),
  };
}

/** The file that `address`, as it stands in `from`, leads to. */
const inPackage = (from: string, address: string): string =>
  address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(from), address);

function staticOf(file: string, text: string): string[] {
  const forms: Readonly<Record<string, RegExp>> = {
    '.html': /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g,
    // `import … from "…"`, `export … from "…"` and `import "…"`, as they stand after minifying.
    '.js': /(?:\bfrom|\bimport)\s*["'`]([^"'`\s]+\.js)["'`]/g,
    '.css': /@import\s*(?:url\()?["']([^"']+)["']/g,
  };
  const form = forms[posix.extname(file)];
  return form
    ? [...text.matchAll(form)].flatMap(([, address]) => (address ? [inPackage(file, address)] : []))
    : [];
}

/** Dynamic imports, workers and scripts: whatever else is named as a script. */
const laterOf = (file: string, text: string): string[] =>
  file.endsWith('.js')
    ? [...text.matchAll(/["'`]([\w./-]+\.js)["'`]/g)].flatMap(([, address]) =>
        address ? [inPackage(file, address)] : [],
      )
    : [];

/** Every file of a build, by its path in the package. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath, entry.name)))
    .sort();

/** Bytes a file takes in a zip: deflated, with its two headers (APPNOTE 4.3.7, 4.3.12). */
export function zipped(folder: string, file: string): number {
  const bytes = readFileSync(join(folder, file));
  return (
    Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length) + 30 + 46 + 2 * Buffer.byteLength(file)
  );
}

/** Bytes of a build as a zip, without the starter library: what stands in it is text for readers, not ours to shorten. */
export const packageOf = (folder: string): number =>
  filesOf(folder)
    .filter((file) => !file.startsWith('starter/'))
    .reduce((sum, file) => sum + zipped(folder, file), 22);

/** A row of the table: what is measured, its most, its bytes in each build. */
export interface Row {
  readonly what: string;
  readonly limit: number | undefined;
  readonly bytes: readonly number[];
  /** What is loaded on first need, with bytes in the first build. */
  readonly later: string;
}

/** All that has a limit, and what stands beside it. */
export function rows(): Row[] {
  const folders = Object.values(BUILDS).map(folderOf);
  const [first = ''] = folders;
  const loaded = (what: string, file: string, limit?: number): Row => ({
    what,
    limit,
    bytes: folders.map((folder) => loadedBy(folder, file).bytes),
    later: loadedBy(first, file)
      .later.map((name) => `${posix.basename(name)} ${inKb(loadedBy(first, name).bytes)}`)
      .join(', '),
  });
  return [
    { ...loaded('Content script', 'content-scripts/content.js', LIMITS.content), later: '' },
    loaded('Marks and card, with the first match', 'marks.js'),
    ...pagesOf(first).map((page) => loaded(page, page, LIMITS.page)),
    loaded('Background', 'background.js'),
    { what: 'Package without starter', limit: LIMITS.package, bytes: folders.map(packageOf), later: '' },
  ];
}

/** The pages of a build. */
export const pagesOf = (folder: string): string[] =>
  filesOf(folder).filter((file) => /^[^/]+\.html$/.test(file));

/** 12345 → “12.3 kB”. */
export const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The rows as a Markdown table. */
export const table = (all: readonly Row[]): string =>
  [
    ['What', 'At most', ...Object.keys(BUILDS), 'On first need'],
    ['---', '---:', ...Object.keys(BUILDS).map(() => '---:'), '---'],
    ...all.map(({ what, limit, bytes, later }) => [
      what,
      limit ? inKb(limit) : '',
      ...bytes.map(inKb),
      later,
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

if (process.argv[1] === import.meta.filename) console.log(table(rows()));
