/** What a publisher does with keys: names a spare, puts it in the key's place, revokes; and what is refused, and why. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canonical, type Manifest, MOST_KEYS } from '../../../lib/claims';
import { fingerprint, makeKey, readKey } from '../../../lib/cli/pack/keys';
import { lintPublished } from '../../../lib/cli/pack/lint';
import { manifestBytes } from '../../../lib/cli/pack/published';
import { revoke } from '../../../lib/cli/pack/revoke';
import { type PackOptions, packFolder } from '../../../lib/cli/pack/run';
import { stated, succession } from '../../../lib/cli/pack/succession';
import { factmark, folder, PATIENCE } from '../../support/cli';
import { newKey } from '../../support/pack-maker';
import { checkFile, manifestIn, skyPack, tree, write } from '../../support/packs';

const library = () => folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese') });

async function aKey() {
  const file = join(folder({}), 'sky.key');
  const { public: known } = await makeKey(file);
  return { file, public: known, name: fingerprint(known) };
}
async function pack(options: PackOptions) {
  const packed = await packFolder(options);
  if (!('manifest' in packed)) throw new Error(JSON.stringify(packed));
  return packed;
}
const listed = ({ keys = [] }: Manifest) => keys.map(({ key, spare, serial }) => ({ key, spare, serial }));

it('names a spare, and puts it in the key’s place: readers follow', async () => {
  const [dir, out, a, b, c] = [library(), folder({}), await aKey(), await aKey(), await aKey()];
  const first = await pack({ dir, out, key: a.file, spare: b.file });
  expect([first.notes, listed(first.manifest)]).toEqual([
    [],
    [{ key: a.public, spare: b.public, serial: 1 }],
  ]);
  // It stays named, and nothing is written for its sake.
  const again = await pack({ dir, out, key: a.file });
  expect([again.manifest.serial, again.notes]).toEqual([1, ['nothing changed since edition 1']]);
  write(dir, checkFile('moon-cheese', { answer: 'No. Rock.' }));
  await pack({ dir, out, key: a.file });

  const before = tree(out);
  await expect(packFolder({ dir, out, key: b.file })).rejects.toThrow(/is the spare of .*; give --new-key/);
  await expect(packFolder({ dir, out, key: a.file, spare: c.public })).rejects.toThrow(/leave --spare out/);
  expect(tree(out)).toEqual(before);
  const next = await pack({ dir, out, key: b.file, newKey: true, spare: c.public });
  expect(next.notes).toEqual([`the key is now ${b.name}; readers who know ${a.name} follow by themselves`]);
  expect(listed(next.manifest)).toEqual([
    { key: a.public, spare: b.public, serial: 1 },
    { key: b.public, spare: c.public, serial: 3 },
  ]);
  expect(next.manifest.signature?.key).toBe(b.public);
  expect(await lintPublished(out)).toEqual([]);
  await expect(packFolder({ dir, out, key: a.file })).rejects.toThrow(/refuse it signed by/);
});

it('tells who names no spare what that means, and takes one later', async () => {
  const [dir, out, a, b] = [library(), folder({}), await aKey(), await aKey()];
  const first = await pack({ dir, out, key: a.file });
  expect(first.notes).toEqual([expect.stringMatching(/has no spare: name one with --spare/)]);
  expect(first.manifest).not.toHaveProperty('keys');
  const named = await pack({ dir, out, key: a.file, spare: b.file });
  expect(listed(named.manifest)).toEqual([{ key: a.public, spare: b.public, serial: 2 }]);
  const last = await pack({ dir, out, key: b.file, newKey: true });
  expect(last.notes).toEqual([
    expect.stringContaining('follow by themselves'),
    expect.stringContaining('has no spare'),
  ]);
  const c = await aKey();
  const spared = await pack({ dir, out, key: b.file, spare: c.file });
  expect(listed(spared.manifest)[1]).toEqual({ key: b.public, spare: c.public, serial: 4 });
  expect(await lintPublished(out)).toEqual([]);
});

it('refuses a spare that is no spare', async () => {
  const [dir, out, a, b] = [library(), folder({}), await aKey(), await aKey()];
  const own = packFolder({ dir, out, key: a.file, spare: a.file });
  await expect(own).rejects.toThrow(/signs or has signed this pack/);
  await pack({ dir, out, key: a.file, spare: b.file });
  const back = packFolder({ dir, out, key: b.file, newKey: true, spare: a.file });
  await expect(back).rejects.toThrow(/signs or has signed this pack; make another/);
  await expect(packFolder({ dir, out, key: a.file, spare: join(dir, 'pack.json') })).rejects.toThrow(
    /is no Ed25519 private key/,
  );
});

it('lists so many keys at most, and says whom that leaves behind', () => {
  const keys = Array.from({ length: MOST_KEYS + 1 }, newKey);
  const list = keys
    .slice(0, -1)
    .map((key, i) =>
      stated('sky', { key: key.public, serial: i + 1, spare: keys[i + 1]?.public ?? '' }, key),
    );
  const [signer, next] = keys.slice(-2) as [(typeof keys)[0], (typeof keys)[0]];
  const before = {
    serial: 20,
    keys: list,
    signature: { algorithm: 'Ed25519', key: signer.public, value: '' },
  };
  const came = succession({ id: 'sky', before: before as unknown as Manifest, key: next, newKey: true });
  expect(came.keys?.map(({ key }) => key)).toEqual(keys.slice(1).map((key) => key.public));
  expect(came.notes.join('\n')).toContain(`under ${fingerprint(keys[0]?.public ?? '')} must add it again`);
  expect(came.notes.join('\n')).toContain('no more than 16 keys are listed');
});

it('revokes a key by itself or by its spare, and signs nothing with it afterwards', async () => {
  const [dir, out, a, b, other] = [library(), folder({}), await aKey(), await aKey(), await aKey()];
  await pack({ dir, out, key: a.file, spare: b.file });
  await expect(revoke({ out, key: other.file })).rejects.toThrow(/heed no other than that and its spare/);
  const said = await revoke({ out, key: a.file, bundle: join(out, '../sky.pack') });
  expect(said).toMatchObject({ serial: 2, revoked: true, signature: { key: a.public } });
  expect(await lintPublished(out)).toEqual([]);
  await expect(packFolder({ dir, out, key: a.file })).rejects.toThrow(
    /is revoked, and readers take nothing more/,
  );
  const back = await pack({ dir, out, key: b.file, newKey: true });
  expect(back.manifest).toMatchObject({ serial: 3, signature: { key: b.public } });
  expect(back.manifest).not.toHaveProperty('revoked');

  const apart = folder({});
  await pack({ dir, out: apart, key: a.file, spare: b.file });
  expect(listed(await revoke({ out: apart, key: b.file }))[1]).toEqual({ key: b.public, serial: 2 });
  expect(await lintPublished(apart)).toEqual([]);
  const plain = folder({});
  await pack({ dir, out: plain });
  await expect(revoke({ out: plain, key: a.file })).rejects.toThrow(
    /is not signed, so there is no key to revoke/,
  );
  await expect(revoke({ out: folder({}), key: a.file })).rejects.toThrow(/holds no pack/);
});

it('is told by the command line', { timeout: PATIENCE }, async () => {
  const [dir, out, a, b] = [library(), folder({}), await aKey(), await aKey()];
  const packed = factmark(['pack', dir, '--out', out, '--key', a.file, '--spare', b.public]);
  expect(packed.lines()[0]).toMatchObject({ signed: a.name, spare: b.name });
  const ran = factmark(['revoke', out, '--key', a.file]);
  expect([ran.code, ran.lines()]).toEqual([
    0,
    [expect.objectContaining({ id: 'sky-checks', serial: 2, revoked: a.name })],
  ]);
  expect(factmark(['revoke', out]).code).toBe(2);
  expect(factmark(['pack', dir, '--out', out, '--spare', b.public]).err).toContain('--spare needs --key');
});

it('lint finds a list of keys that readers would refuse', async () => {
  const [dir, out, a, b] = [library(), folder({}), await aKey(), await aKey()];
  await pack({ dir, out, key: a.file, spare: b.file });
  const manifest = manifestIn(out);
  const linted = async (change: Partial<Manifest>) => {
    writeFileSync(join(out, 'pack.json'), manifestBytes({ ...manifest, ...change }));
    return (await lintPublished(out)).map(({ pointer, message }) => `${pointer}: ${message}`);
  };
  const [said] = manifest.keys ?? [];
  if (!said) throw new Error('lists no key');
  const elsewhere = stated('sea', said, await readKey(a.file));
  expect(await linted({ keys: [elsewhere] })).toContainEqual(
    expect.stringMatching(/^\/keys\/0\/value: is not the signature of this key/),
  );
  expect(await linted({ keys: [{ ...said, serial: 7 }] })).toContainEqual(
    expect.stringMatching(/^\/keys\/0\/serial: is higher than that of the edition/),
  );
  expect(readFileSync(join(out, 'pack.json'), 'utf8')).not.toBe(`${canonical(manifest)}\n`);
});
