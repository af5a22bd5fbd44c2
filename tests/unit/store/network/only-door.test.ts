/** Whatever asks the network goes through the one door. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const OURS = [
  'lib/store/env.ts',
  'lib/store/network/door.ts',
  'entrypoints/background/index.ts',
  'entrypoints/language/speak-in-worker.ts',
];

describe('the house', () => {
  it('has no other door to the network', () => {
    const root = resolve(import.meta.dirname, '../../../..');
    const files = execFileSync(
      'git',
      ['ls-files', '-co', '--exclude-standard', 'lib', 'entrypoints', 'components'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const others = files
      .split('\n')
      .filter((f) => /\.(ts|tsx|html|css)$/.test(f) && !f.startsWith('lib/cli/'))
      // What hands `fetch` in, and what reads the package's own files.
      .filter((f) => !OURS.includes(f))
      .filter((f) => {
        let text = '';
        try {
          text = readFileSync(resolve(root, f), 'utf8');
        } catch {
          // Deleted, and not committed yet.
        }
        const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
        return /\bfetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|importScripts|RTCPeer/.test(
          code,
        );
      });
    expect(others).toEqual([]);
  });
});
