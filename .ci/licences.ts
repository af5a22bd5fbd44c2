/**
 * `licences.txt` of the package: the licences of every npm package whose code is really in it. Each of the builds that WXT
 * makes of the entrypoints tells which modules went into its chunks.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What is read of a `package.json`. */
interface About {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly homepage?: string;
}

interface Chunked {
  readonly type: string;
  readonly moduleIds?: readonly string[];
}

/** Collects modules as builds end, and writes the file once all have. */
export function bundledLicences(root: string) {
  const folders = new Set<string>();
  const plugin = () => ({
    name: 'bundled-licences',
    generateBundle(_options: unknown, bundle: Readonly<Record<string, Chunked>>) {
      for (const chunk of Object.values(bundle))
        for (const id of chunk.moduleIds ?? []) {
          const folder = folderOf(id);
          if (folder !== undefined) folders.add(folder);
        }
    },
  });
  return {
    plugin,
    /** @throws Error naming a package that says nothing of its licence. */
    write: (outDir: string) => writeFileSync(join(outDir, 'licences.txt'), textOf(root, [...folders].sort())),
  };
}

/** The folder of the package that a module is in. Virtual modules start with a NUL. */
function folderOf(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

function textOf(root: string, folders: readonly string[]): string {
  const own = { title: 'Factmark', text: readFileSync(resolve(root, 'LICENSE'), 'utf8') };
  const others = folders.map((folder) => {
    const about: About = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { title: `${about.name} ${about.version} (${about.license})`, text: licenceIn(folder, about) };
  });
  return [own, ...others]
    .map(({ title, text }) => `${title}\n${'-'.repeat(title.length)}\n\n${text.trim()}\n`)
    .join('\n\n');
}

/** The licence's text; of a package that ships none, what it says in its `package.json`. @throws Error if it says nothing. */
function licenceIn(folder: string, { name, license, author, homepage }: About): string {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8');
  if (license === undefined) throw new Error(`${name} does not say under which licence it is: leave it out`);
  const by = typeof author === 'string' ? author : author?.name;
  return [`Licence: ${license}`, by && `By: ${by}`, homepage && `At: ${homepage}`].filter(Boolean).join('\n');
}
