/** The gallery shows every component of ours: a new one gets a state there, where its pictures are compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** All files that `file` imports, and they in turn. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8');
  for (const [, target = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
    const path = resolve(dirname(file), target);
    const next = ['.tsx', '.ts', '/index.ts'].map((end) => path + end).find(exists);
    if (!next || seen.has(next)) continue;
    seen.add(next);
    reached(next, seen);
  }
  return seen;
}

const exists = (path: string): boolean => {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
};

it('shows every component', () => {
  const shown = reached(resolve(ROOT, 'tests/gallery/groups.ts'));
  const components = readdirSync(resolve(ROOT, 'components'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => resolve(ROOT, 'components', name));
  expect(components.length).toBeGreaterThan(30);
  const missing = components.filter((path) => !shown.has(path)).map((path) => relative(ROOT, path));
  expect(missing, 'give each a state in tests/gallery/states').toEqual([]);
});

it('has the pictures of every group', () => {
  const ids = readdirSync(resolve(ROOT, 'tests/gallery/states')).flatMap((name) =>
    [
      ...readFileSync(resolve(ROOT, 'tests/gallery/states', name), 'utf8').matchAll(/^ {2}id: '([\w-]+)'/gm),
    ].map(([, id = '']) => id),
  );
  expect(ids.length).toBeGreaterThan(20);
  const pictures = new Set(readdirSync(resolve(ROOT, 'tests/visual/pictures')));
  const missing = ids
    .flatMap((id) => [`gallery-${id}-light.png`, `gallery-${id}-dark.png`])
    .filter((name) => !pictures.has(name));
  expect(missing, 'make them with `npm run pictures`, look at them, commit them').toEqual([]);
});
