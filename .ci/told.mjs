import { spawn } from 'node:child_process';
import { ROOT } from './setup.mjs';

/** Lines that are kept of what a command printed: enough for the errors that Vitest caught outside any test. */
const LINES = 60;

/**
 * Runs a command whose output is shown as it comes: its exit code, and the last lines of that output, for the end of a
 * long log.
 */
export function runTold(command, args) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      // It writes into a pipe, so it can't see that a person reads along.
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
  });
  let end = '';
  const keep = (stream, out) =>
    stream.setEncoding('utf8').on('data', (text) => {
      out.write(text);
      end = (end + text).split('\n').slice(-LINES).join('\n');
    });
  keep(child.stdout, process.stdout);
  keep(child.stderr, process.stderr);
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, told: [`${command}: ${error.message}`] }));
    child.on('close', (code) => done({ code: code ?? 1, told: end.split('\n').filter(Boolean) }));
  });
}
