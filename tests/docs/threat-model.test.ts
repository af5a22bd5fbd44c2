/** Behind each line of the threat model stands a test that is there, and the files that it names are there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

interface Line {
  readonly id: string;
  readonly threat: string;
  readonly defence: string;
  readonly tests: readonly string[];
}

/** All rows of all tables. */
const lines: Line[] = read('docs/threat-model.md')
  .split('\n')
  .filter((row) => row.startsWith('| ') && !row.startsWith('| line '))
  .map((row) => {
    const [id = '', threat = '', defence = '', tests = '', ...rest] = row.slice(2, -2).split(' | ');
    expect(rest, `five cells in ${id}`).toHaveLength(1);
    return { id, threat, defence, tests: tests.split('<br>') };
  });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Is there a test of just this title, that is not skipped, or a named case of a table of tests? */
function isTest(source: string, title: string): boolean {
  const said = `(['"\`])${escaped(title)}\\1`;
  const own = new RegExp(`(?:^|[^.\\w])(?:it|test)\\(\\s*${said},`, 'm');
  // `it.each([…])('title',` – the title comes after the table.
  const ofTable = new RegExp(`\\)\\(\\s*${said},`);
  const named = new RegExp(`\\[\\s*${said},`);
  const isTabled = /\b(?:it|test)\.each\b/.test(source);
  return (
    own.test(source) || (isTabled && ofTable.test(source)) || (/\)\('%s'/.test(source) && named.test(source))
  );
}

it('has a table for each party, and lines in each', () => {
  const parties = [...new Set(lines.map(({ id }) => id.charAt(0)))];
  expect(parties).toEqual(['P', 'F', 'K', 'E', 'N', 'L', 'O', 'R']);
});

it('names each line once', () => {
  for (const { id } of lines) expect(id).toMatch(/^[A-Z]\d+$/);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
});

describe.each(lines)('$id', ({ defence, tests }) => {
  it('names what stands against it', () => {
    const files = [...defence.matchAll(/`([\w./-]+\.\w+)`/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(resolve(ROOT, file)))).toEqual([]);
  });

  it('names tests that are there', () => {
    for (const test of tests) {
      const [, file = '', title = ''] = /^`(tests\/[\w./-]+)` › (.+)$/.exec(test.trim()) ?? [];
      expect(existsSync(resolve(ROOT, file)), `a file and a title in: ${test}`).toBe(true);
      expect(isTest(read(file), title), `${file} has a test “${title}”`).toBe(true);
    }
  });
});

it('takes no other text for a test', () => {
  const source =
    "describe('a', () => { it('b', f); it.skip('c', f); it.each([['d', 1]])('%s', f); say('e', 1); });";
  expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((title) => isTest(source, title))).toEqual(['b', 'd']);
});
