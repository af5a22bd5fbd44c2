import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packFolder } from '../../../lib/cli/pack/run';
import { factmark, folder, PATIENCE } from '../../support/cli';
import { checkFile, manifestIn, skyPack } from '../../support/packs';

it('writes a key for its owner alone, tells its public half, and never overwrites', {
  timeout: PATIENCE,
}, () => {
  const file = join(folder({}), 'sky.key');
  const ran = factmark(['keygen', file]);
  const { x = '' } = createPublicKey(createPrivateKey(readFileSync(file))).export({ format: 'jwk' });
  const hash = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex');
  const shown = [hash.slice(0, 4), hash.slice(4, 8), hash.slice(8, 12), hash.slice(12, 16)].join(' ');
  expect([ran.code, ran.out]).toEqual([0, `public key: ${x}\nfingerprint: ${shown}\n`]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readFileSync(file);
  const again = factmark(['keygen', file]);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toMatch(/exists, and a key is never overwritten/);
  expect(readFileSync(file)).toEqual(before);
});

it('takes one name', { timeout: PATIENCE }, () => {
  expect(factmark(['keygen']).code).toBe(2);
});

it('is not needed by who has a key from elsewhere', { timeout: PATIENCE }, async () => {
  const dir = folder({ 'pack.json': skyPack(), ...checkFile('moon-cheese') });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const key = join(folder({ 'k.pem': privateKey }), 'k.pem');
  const out = folder({});
  await packFolder({ dir, out, key });
  expect(manifestIn(out).signature?.key).toBe(publicKey.subarray(-32).toString('base64url'));
});
