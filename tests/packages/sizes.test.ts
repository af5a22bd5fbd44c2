/** What is built stays small: what every page pays, what our own pages load, and the package as a store gets it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  BUILDS,
  filesOf,
  folderOf,
  gzipped,
  LIMITS,
  loadedBy,
  packageOf,
  pagesOf,
  rows,
  table,
} from '../support/sizes';

const OURS = ['check.html', 'options.html', 'popup.html', 'sidepanel.html', 'welcome.html'];
/** Loaded as soon as the page is there, for its example is marked: counted, though no `import` of the page names it. */
const AT_ONCE: Readonly<Record<string, string>> = { 'welcome.html': 'marks.js' };

beforeAll(() => console.log(table(rows())));

describe.each(Object.entries(BUILDS))('the build for %s', (_, build) => {
  const folder = folderOf(build);
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('has a small content script, which is all a page gets before its first match', () => {
    const { content_scripts: scripts } = JSON.parse(text('manifest.json'));
    const files: string[] = scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
    expect(files).toContain('content-scripts/content.js');
    const bytes = files.reduce((sum, file) => sum + gzipped(join(folder, file)), 0);
    expect(bytes).toBeLessThanOrEqual(LIMITS.content);
    // It imports nothing: what is in it is all there is.
    expect(loadedBy(folder, 'content-scripts/content.js').files).toHaveLength(1);
  });

  // That it comes with the first match, and not before: tests/e2e/marks.spec.ts.
  it('draws with a script of its own: neither card nor badge is in the content script', () => {
    const drawing = /\bcard-layer\b|\.badge\b|showPopover/;
    expect(text('marks.js')).toMatch(drawing);
    expect(text('content-scripts/content.js')).not.toMatch(drawing);
  });

  it('has the pages we know', () => expect(pagesOf(folder)).toEqual(OURS));

  it.each(OURS)('loads little for %s', (page) => {
    const { files, bytes } = loadedBy(folder, page);
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
    const more = AT_ONCE[page];
    expect(bytes + (more ? gzipped(join(folder, more)) : 0)).toBeLessThanOrEqual(LIMITS.page);
  });

  it('shares the code of library, background and worker', () => {
    const worker = loadedBy(folder, 'library-worker.js').files.filter((file) => file.startsWith('chunks/'));
    const background = loadedBy(folder, 'background.js').files;
    const bytes = (files: readonly string[]) =>
      files.reduce((sum, file) => sum + gzipped(join(folder, file)), 0);
    const shared = worker.filter((file) => background.includes(file));
    expect(bytes(shared) / bytes(worker)).toBeGreaterThan(0.9);
  });

  it('is small as a package, the starter library aside', () => {
    expect(filesOf(folder).some((file) => file.startsWith('starter/'))).toBe(true);
    expect(packageOf(folder)).toBeLessThanOrEqual(LIMITS.package);
  });

  it('names no file that is not there', () => {
    for (const file of filesOf(folder).filter((name) => /\.(html|js)$/.test(name)))
      for (const loaded of loadedBy(folder, file).files) expect(existsSync(join(folder, loaded))).toBe(true);
  });
});
