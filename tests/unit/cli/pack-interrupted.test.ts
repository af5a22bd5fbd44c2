/** The command stopped by hand, in the middle of writing an edition. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { packFolder } from '../../../lib/cli/pack/run';
import { CLI, folder, PATIENCE } from '../../support/cli';
import { checkFile, skyPack, tree, write } from '../../support/packs';

const ROOT = resolve(import.meta.dirname, '../../..');

it('leaves the folder as it was, and says so', { timeout: PATIENCE }, async () => {
  const dir = folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese'), ...checkFile('mars') });
  const [out, other] = [folder({}), folder({})];
  await packFolder({ dir, out });
  const before = tree(out);
  write(dir, checkFile('mars', { answer: 'No. Red.' }));
  // The bundle goes into a pipe that nobody reads yet: there the command waits, its shards written.
  const bundle = join(other, 'sky.bundle');
  execFileSync('mkfifo', [`${bundle}.part`]);
  const command = [CLI, 'pack', dir, '--out', out, '--bundle', bundle];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const waits = vi.waitFor(() => expect(existsSync(join(out, 'pack.json.part'))).toBe(true), PATIENCE);
  await Promise.race([waits, ended]);
  expect(err).toBe('');
  expect(tree(out).size).toBeGreaterThan(before.size);
  child.kill('SIGINT');
  createReadStream(`${bundle}.part`).resume();
  expect(await ended).toEqual([1, null]);
  expect(err).toBe(`factmark: interrupted; ${out} is as it was\n`);
  expect([tree(out), tree(other)]).toEqual([before, new Map()]);
});
