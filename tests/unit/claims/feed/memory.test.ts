import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
/** Records of the feed, and megabytes the process that reads it may hold. */
const RECORDS = 44_000;
const HEAP = 24;

it('a feed of 40 MB is read with a heap of 24', { timeout: 120_000 }, () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP}`,
      '--max-semi-space-size=1',
      '--import',
      'tsx',
      'tests/unit/claims/feed/large-feed.ts',
      String(RECORDS),
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { bytes, taken, refused } = JSON.parse(stdout);
  expect({ taken, refused }).toEqual({ taken: RECORDS, refused: 0 });
  expect(bytes).toBeGreaterThan(40e6);
});
