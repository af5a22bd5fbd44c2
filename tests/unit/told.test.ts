/** A stage of `npm test` that fails outside any test is told by the last lines it printed. */
import { expect, it } from 'vitest';
import { runTold } from '../../.ci/told.mjs';

it('keeps the last lines of both streams, and the exit code', async () => {
  const many = 'for (let i = 0; i < 100; i++) console.log("line", i);';
  const late = 'setTimeout(() => { console.error("Unhandled Error"); process.exitCode = 3; }, 200)';
  const { code, told } = await runTold(process.execPath, ['-e', `${many}${late}`]);
  expect(code).toBe(3);
  expect(told.length).toBeLessThanOrEqual(60);
  expect(told.at(-1)).toBe('Unhandled Error');
  expect(told).toContain('line 99');
  expect(told).not.toContain('line 1');
});

it('names a command that can’t be started', async () => {
  const { code, told } = await runTold('no-such-command', []);
  expect(code).toBe(1);
  expect(told.join(' ')).toContain('no-such-command');
});
