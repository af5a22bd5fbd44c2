/** The zips for the stores: complete, and the same to the byte from the sources zip in another place, zone and mask. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTPUT, openZip, ROOT } from './support/zip';

const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
const named = (what: string) => `factmark-${version}-${what}.zip`;
const WHAT = ['chrome', 'edge', 'firefox', 'sources'];

/** Within the repository's folder, so that packages can be linked file by file. */
let elsewhere: string;
beforeAll(() => {
  execFileSync('node', ['.ci/zip.mjs', '--no-build'], { cwd: ROOT });
  mkdirSync(resolve(ROOT, '.tmp'), { recursive: true });
  elsewhere = mkdtempSync(resolve(ROOT, '.tmp/rebuilt-'));
});
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

describe.each(['chrome', 'edge', 'firefox'])('the zip for %s', (store) => {
  it('holds the build, and nothing else', async () => {
    const folder = resolve(OUTPUT, store === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
    const built = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
    const zip = await openZip(resolve(OUTPUT, named(store)));
    expect(Object.keys(zip.files)).toEqual(built);
    for (const file of built) {
      const packed = await zip.file(file)?.async('nodebuffer');
      expect(packed?.equals(readFileSync(join(folder, file))), file).toBe(true);
    }
  });

  it('says nothing of when and where it was made', async () => {
    const zip = await openZip(resolve(OUTPUT, named(store)));
    for (const { name, date, unixPermissions } of Object.values(zip.files))
      expect({ name, date, unixPermissions }).toEqual({
        name,
        date: new Date(Date.UTC(1980, 0, 1)),
        unixPermissions: 0o100644,
      });
  });
});

describe('the zip of the sources', () => {
  it('holds what is needed to build, and how, and nothing that was made', async () => {
    const files = Object.keys((await openZip(resolve(OUTPUT, named('sources')))).files);
    expect(files).toEqual(
      expect.arrayContaining([
        '.ci/zip.mjs',
        'LICENSE',
        'README.md',
        'entrypoints/background/index.ts',
        'lib/match/engine.ts',
        'package-lock.json',
        'package.json',
        'public/starter/pack.json',
        'store/BUILDING.md',
        'wxt.config.ts',
      ]),
    );
    expect(files.filter((f) => /^(node_modules|\.output|\.wxt|\.git|\.tmp|tests)\//.test(f))).toEqual([]);
  });

  it('builds the same zips, to the byte, in another folder, time zone and file mask', async () => {
    const zip = await openZip(resolve(OUTPUT, named('sources')));
    for (const [name, entry] of Object.entries(zip.files)) {
      const path = join(elsewhere, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await entry.async('nodebuffer'));
    }
    // Hard links: its own path for every module, at no cost of room.
    execFileSync('cp', ['-al', resolve(ROOT, 'node_modules'), join(elsewhere, 'node_modules')]);
    execFileSync('sh', ['-c', 'umask 077; npm run zip'], {
      cwd: elsewhere,
      env: {
        ...process.env,
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        NODE_ENV: undefined,
        VITEST: undefined,
      },
    });
    for (const what of WHAT) {
      const [ours, theirs] = [OUTPUT, join(elsewhere, '.output')].map((out) =>
        readFileSync(join(out, named(what))),
      );
      expect(theirs?.equals(ours as Buffer), `${named(what)} differs`).toBe(true);
    }
  });
});
