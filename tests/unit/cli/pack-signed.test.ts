import { webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canonical, parseManifest, signedText } from '../../../lib/claims';
import { makeKey } from '../../../lib/cli/pack/keys';
import { lintPublished } from '../../../lib/cli/pack/lint';
import { type PackOptions, packFolder } from '../../../lib/cli/pack/run';
import { folder } from '../../support/cli';
import { checkFile, manifestIn, shardsOf, skyPack, tree, write } from '../../support/packs';

const library = () => folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese'), ...checkFile('mars') });

async function aKey(): Promise<string> {
  const file = join(folder({}), 'sky.key');
  await makeKey(file);
  return file;
}

async function pack(options: PackOptions) {
  const packed = await packFolder(options);
  if (!('manifest' in packed)) throw new Error(JSON.stringify(packed));
  return packed;
}

it('signs so that a browser finds it good, the same bytes each time', async () => {
  const [dir, key, out, other] = [library(), await aKey(), folder({}), folder({})];
  await pack({ dir, key, out });
  await pack({ dir, key, out: other });
  expect(tree(other)).toEqual(tree(out));
  const parsed = parseManifest(manifestIn(out));
  if (!parsed.ok || !parsed.value.signature) throw new Error('is not signed');
  const { signature } = parsed.value;
  const publicKey = await webcrypto.subtle.importKey(
    'raw',
    Buffer.from(signature.key, 'base64url'),
    { name: 'Ed25519' },
    false,
    ['verify'],
  );
  const verify = (text: string) =>
    webcrypto.subtle.verify(
      'Ed25519',
      publicKey,
      Buffer.from(signature.value, 'base64url'),
      Buffer.from(text),
    );
  expect(await verify(signedText(parsed.value))).toBe(true);
  expect(await verify(signedText({ ...parsed.value, serial: 2 }))).toBe(false);
});

it('publishes neither unsigned nor under another key what readers know by one', async () => {
  const [dir, key, stranger, out] = [library(), await aKey(), await aKey(), folder({})];
  await pack({ dir, out, key });
  write(dir, checkFile('mars', { answer: 'No. Red.' }));
  const before = tree(out);
  await expect(packFolder({ dir, out })).rejects.toThrow(/refuse it unsigned; give --key/);
  await expect(packFolder({ dir, out, key: stranger })).rejects.toThrow(/or --new-key if both are lost/);
  expect(tree(out)).toEqual(before);
  const { manifest, notes } = await pack({ dir, out, key: stranger, newKey: true });
  expect([manifest.serial, notes]).toEqual([
    2,
    [expect.stringMatching(/must remove the pack and add it again/), expect.stringMatching(/has no spare/)],
  ]);
  expect(await lintPublished(out)).toEqual([]);
});

it('signs an edition that was not, under the next number', async () => {
  const [dir, key, out] = [library(), await aKey(), folder({})];
  const first = await pack({ dir, out });
  const second = await pack({ dir, out, key });
  expect(second.manifest).toMatchObject({ serial: 2, layers: first.manifest.layers });
  expect(second.manifest.signature?.algorithm).toBe('Ed25519');
});

it('writes afresh over an edition whose signature is not good', async () => {
  const [dir, key, out] = [library(), await aKey(), folder({})];
  const { manifest } = await pack({ dir, out, key });
  writeFileSync(join(out, 'pack.json'), `${canonical({ ...manifest, title: 'Other' })}\n`);
  const next = await pack({ dir, out, key });
  expect([next.manifest.serial, next.manifest.title, next.notes.length]).toEqual([2, 'Sky checks', 1]);
  expect(await lintPublished(out)).toEqual([]);
});

it('bundles the same bytes into one file, also of an edition that stands', async () => {
  const [dir, key, out] = [library(), await aKey(), folder({})];
  const bundle = join(folder({}), 'sky.pack');
  await pack({ dir, out, key, bundle });
  const first = readFileSync(bundle);
  const files = tree(out);
  const parts = ['pack.json', ...shardsOf(manifestIn(out))].map((name) => files.get(name) ?? Buffer.alloc(0));
  expect(first).toEqual(Buffer.concat(parts));
  expect(first.subarray(0, first.indexOf('\n')).toString()).toBe(canonical(manifestIn(out)));
  writeFileSync(bundle, 'old');
  await pack({ dir, out, key, bundle });
  expect(readFileSync(bundle)).toEqual(first);
});
