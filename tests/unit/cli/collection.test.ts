import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { linesOf, readJudgements } from '../../../lib/cli/collection';
import { factmark, folder, PATIENCE } from '../../support/cli';

const files = folder({
  'few.txt': '\ufeffone\r\n\n  \ntwo\nthree',
  'claims.jsonl': '{"id": "a", "claim": "One is so."}\n',
  // 80 MB, of which nothing need be kept.
  'irrelevant.txt': `${'q'.repeat(990)} 0 claim 0\n`.repeat(80_000),
});
const at = (name: string) => join(files, name);

describe('linesOf', () => {
  it('gives the lines that are not empty, with their numbers', async () => {
    const lines: string[] = [];
    for await (const { line, number } of linesOf(at('few.txt'))) lines.push(`${number} ${line}`);
    expect(lines).toEqual(['1 one', '4 two', '5 three']);
  });

  it('may be left before the end', async () => {
    for await (const { line } of linesOf(at('irrelevant.txt'))) {
      expect(line).toHaveLength(1_000);
      break;
    }
  });

  it.each([
    ['gone.txt', 'ENOENT'],
    ['', 'EISDIR'],
  ])('throws the error of its stream: “%s”, %s', async (name, code) => {
    await expect(readJudgements(at(name))).rejects.toMatchObject({ code });
  });

  it(
    'keeps no line that its reader has let go',
    () => {
      vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=48');
      const { code, err } = factmark([
        'eval',
        ...['--qrels', at('irrelevant.txt'), '--claims', at('claims.jsonl'), '--queries', at('claims.jsonl')],
      ]);
      vi.unstubAllEnvs();
      expect([code, err]).toEqual([1, expect.stringContaining('“a” has no “text”')]);
    },
    PATIENCE,
  );
});
