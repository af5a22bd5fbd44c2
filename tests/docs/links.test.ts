/** Every link of the documentation leads somewhere, every picture and every path it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, codeSpans, DOCS, type Doc, FILES, ROOT, targetsOf } from './support/markdown';

const byFile = new Map(DOCS.map((doc) => [doc.file, doc]));
const folders = new Set(FILES.flatMap(parentsOf));

function parentsOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** What is wrong with a target of a link in `doc`; undefined if nothing is. */
function wrong(doc: Doc, target: string): string | undefined {
  if (/^https?:/.test(target))
    return URL.canParse(target) && target.startsWith('https:') ? undefined : 'is no https address';
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? doc.file : relative(ROOT, resolve(ROOT, dirname(doc.file), path));
  if (file.startsWith('..')) return 'leads out of the repository';
  if (!FILES.includes(file) && !folders.has(file)) return 'is not there';
  if (anchor === undefined) return undefined;
  const other = byFile.get(file);
  return other && anchorsOf(other).has(anchor) ? undefined : `has no heading “${anchor}”`;
}

describe.each(DOCS.map((doc) => [doc.file, doc] as const))('%s', (_, doc) => {
  it('links to what is there', () =>
    expect(
      targetsOf(doc).flatMap((target) => {
        const what = wrong(doc, target);
        return what === undefined ? [] : [`${target} ${what}`];
      }),
    ).toEqual([]));
});

it('sees links and anchors', () => {
  const doc = {
    file: 'docs/README.md',
    text: '# One, two\n[a](x.md) ![b](y.png) <img src="z.png"> `[c](no.md)`\n## One two\n```text\n[d](no.md)\n```\n',
  };
  expect(targetsOf(doc)).toEqual(['x.md', 'y.png', 'z.png']);
  expect([...anchorsOf(doc)]).toEqual(['one-two', 'one-two-1']);
  expect(wrong(doc, 'nowhere.md')).toBe('is not there');
  expect(wrong(doc, '../README.md#nothing')).toBe('has no heading “nothing”');
  expect(wrong(doc, 'http://plain.example/')).toBe('is no https address');
});

it('the index leads to every document', () => {
  const index = byFile.get('docs/README.md');
  if (!index) throw new Error('docs/README.md is missing');
  const linked = targetsOf(index).map((target) => relative(ROOT, resolve(ROOT, 'docs', target)));
  const guides = DOCS.map(({ file }) => file).filter((file) => /^docs\/(?!README)/.test(file));
  expect(guides.filter((file) => !linked.includes(file))).toEqual([]);
});

/** Paths in code spans: of files and folders of ours, not with a name to fill in. */
const PATH = /^(?:\.ci|\.github|components|docs|entrypoints|lib|public|store|tests)\/[\w./-]*[\w/]$/;

it.each(DOCS.map((doc) => [doc.file, doc] as const))('%s names only paths that are there', (_, doc) =>
  expect(codeSpans(doc).filter((code) => PATH.test(code) && !existsSync(resolve(ROOT, code)))).toEqual([]),
);

/** Comments in the sources send readers to the documentation too. */
it('sources name only documents that are there', () => {
  const sources = FILES.filter(
    (file) => /\.(ts|tsx|mjs|css|json|ya?ml)$/.test(file) && existsSync(resolve(ROOT, file)),
  );
  const named = sources.flatMap((file) =>
    [...readFileSync(resolve(ROOT, file), 'utf8').matchAll(/\bdocs\/[\w/-]+\.(?:md|png)\b/g)].map(
      ([path]) => `${file}: ${path}`,
    ),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((entry) => !FILES.includes(entry.split(': ')[1] ?? ''))).toEqual([]);
});
