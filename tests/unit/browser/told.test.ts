/** Every difference between browsers that has a name is told, with its reason, in `docs/developers/browsers.md`. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const told = read('docs/developers/browsers.md');
const files = readdirSync(resolve(ROOT, 'lib/browser')).filter((file) => file !== 'index.ts');

it.each(files)('each name of lib/browser/%s', (file) => {
  const names = [
    ...read(`lib/browser/${file}`).matchAll(/^export (?:async )?(?:const|function) (\w+)/gm),
  ].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(
    names.filter((name) => !told.includes(`\`${name}\``)),
    'name them in docs/developers/browsers.md',
  ).toEqual([]);
});

it('each API that is used, with its versions', () => {
  const table = told.slice(told.indexOf('## What is used'));
  const used = new Set<string>();
  for (const folder of ['lib', 'entrypoints'])
    for (const file of readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file))
        for (const [, space, name] of read(`${folder}/${file}`).matchAll(/\bbrowser\.(\w+)\??\.(\w+)\b/g))
          if (space && name) used.add(`${space}.${name}`);
  const missing = [...used].filter((use) => {
    const [space = '', name = ''] = use.split('.');
    return !table
      .split('\n')
      .some((row) => row.startsWith(`| \`${space}.`) && new RegExp(`\\b${name}\\b`).test(row));
  });
  expect(missing, 'name them in the last table of docs/developers/browsers.md').toEqual([]);
});
