/** A copy of the built extension in a folder of its own, which can be made another version of itself. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Versioned {
  readonly folder: string;
  /** Puts this version's files in the place of what is there; its content script says which it is (`factmarkVersion`). */
  become(version: string): void;
  remove(): void;
}

/** @param build - folder of the build to copy */
export function versionOf(build: string): Versioned {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-version-'));
  return {
    folder,
    become(version) {
      cpSync(build, folder, { recursive: true });
      const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version }));
      const script = 'content-scripts/content.js';
      const code = readFileSync(join(build, script), 'utf8');
      writeFileSync(
        join(folder, script),
        `${code}\n;globalThis.factmarkVersion=${JSON.stringify(version)};\n`,
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
