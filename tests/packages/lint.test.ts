/** Mozilla's own linter on the Firefox package: no error, and no warning but those that are listed here with their reason. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtFor, ROOT } from './support/zip';

interface Finding {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const folder = builtFor('firefox');

const found: Record<'errors' | 'notices' | 'warnings', Finding[]> = JSON.parse(
  execFileSync(
    'node',
    [
      resolve(ROOT, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--source-dir',
      folder,
      '--output',
      'json',
    ],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, WEB_EXT_NO_CONFIG_DISCOVERY: 'true' } },
  ),
);

/**
 * Preact can set `innerHTML` for whoever uses `dangerouslySetInnerHTML`. Nobody here does, but libraries must be bundled
 * as they were released, so the line is in the package: once for the pages, once for what draws on pages.
 */
const isPreacts = ({ code, file, line, column }: Finding): boolean =>
  code === 'UNSAFE_VAR_ASSIGNMENT' &&
  /^\.innerHTML=\w+\.__html/.test(
    (readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '')
      .slice(column)
      .replace(/^[^.]*/, ''),
  );

it('finds no error and nothing to notice', () => {
  expect(found.errors).toEqual([]);
  expect(found.notices).toEqual([]);
});

it('warns of nothing but Preact’s one line', () => {
  expect(found.warnings.filter((warning) => !isPreacts(warning))).toEqual([]);
  expect(found.warnings.length).toBeLessThanOrEqual(2);
});
