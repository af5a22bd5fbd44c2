import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inputsOf } from '../../../lib/cli/inputs';
import { folder, PATIENCE } from '../../support/cli';

/** So long that joining it anew for each of its chunks would take minutes. */
const LONG = 120_000_000;
const files = folder({
  'long.jsonl': `{"id": 1, "text": "a"}\n{"id": 2, "text": "${'b'.repeat(LONG)}"}\n\n{"id": 3, "text": "c"}\n{"id": 4, "text": "d"}`,
});

it('reads JSON lines of any length, whole and in order', { timeout: PATIENCE }, async () => {
  const read: [string, number][] = [];
  for await (const input of inputsOf(join(files, 'long.jsonl'), 'jsonl')) {
    if (typeof input === 'string') throw new Error(input);
    for await (const { text } of input.pieces) read.push([input.id, text.length]);
  }
  expect(read).toEqual([
    ['1', 1],
    ['2', LONG],
    ['3', 1],
    ['4', 1],
  ]);
});
