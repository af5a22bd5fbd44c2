/** The command as everybody calls it: through npm and from its sources. All other tests start it built into one file. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { factmark, PATIENCE } from '../../support/cli';

const INPUT = '{"id": "a", "text": "The US has a mutual defense pact with Israel."}\n';

it('does the same through npm as built', { timeout: PATIENCE }, () => {
  const { status, stdout } = spawnSync('npm', ['run', '-s', 'factmark', '--', 'match'], {
    cwd: resolve(import.meta.dirname, '../../..'),
    encoding: 'utf8',
    input: INPUT,
    shell: process.platform === 'win32',
  });
  const built = factmark(['match'], INPUT);
  expect([status, stdout]).toEqual([built.code, built.out]);
  expect(built.lines()[0].matches).toHaveLength(1);
});
