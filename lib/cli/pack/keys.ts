/** Ed25519 keys: made, read from a file, used to sign and to check a signature. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as ed25519Sign,
  verify as ed25519Verify,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type KeyStatement, keyText, type Manifest, signedText } from '../../claims';

export interface SigningKey {
  /** The public key, 32 bytes as base64url. */
  readonly public: string;
  readonly private: KeyObject;
}

/** SHA-256 of bytes or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();

/** What people compare: the first 16 hex digits of the SHA-256 of a public key (base64url), in groups of four. */
export const fingerprint = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64url'))
    .toString('hex')
    .slice(0, 16)
    .replace(/.{4}(?=.)/g, '$& ');

/** Writes a new private key (PKCS8 PEM, for its owner alone) to `file`, which must not exist. */
export async function makeKey(file: string): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`${file} exists, and a key is never overwritten; choose another name`);
  });
  return signingKey(privateKey);
}

/** Reads a private key as `makeKey` or `openssl genpkey -algorithm ed25519` writes it. */
export async function readKey(file: string): Promise<SigningKey> {
  const pem = await readFile(file);
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // Told below: what OpenSSL says of a file that is no key helps nobody.
  }
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error(
      `${file} is no Ed25519 private key in PEM without a passphrase; make one with “keygen FILE”`,
    );
  return signingKey(key);
}

/** The public half of a private key's file. */
export const publicKeyOf = async (file: string): Promise<string> => (await readKey(file)).public;

function signingKey(key: KeyObject): SigningKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('this key has no public part; make one with “keygen FILE”');
  return { public: x, private: key };
}

/** The manifest with its signature. The same key and manifest give the same signature. */
export function signed(manifest: Omit<Manifest, 'signature'>, key: SigningKey): Manifest {
  const value = ed25519Sign(null, Buffer.from(signedText(manifest)), key.private).toString('base64url');
  return { ...manifest, signature: { algorithm: 'Ed25519', key: key.public, value } };
}

/** Is the signature its key's, over this manifest, and in its one spelling? */
export const isSignatureGood = (manifest: Manifest): boolean =>
  manifest.signature !== undefined &&
  isSignedBy(manifest.signature.key, manifest.signature.value, signedText(manifest));

/** Is what a key says of itself signed with it, for the pack `id`? */
export const isStatementGood = (id: string, said: KeyStatement): boolean =>
  isSignedBy(said.key, said.value, keyText(id, said));

function isSignedBy(key: string, value: string, text: string): boolean {
  const bytes = Buffer.from(value, 'base64url');
  // The last digit of either has bits that decoding drops.
  if (bytes.toString('base64url') !== value || Buffer.from(key, 'base64url').toString('base64url') !== key)
    return false;
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return ed25519Verify(null, Buffer.from(text), publicKey, bytes);
  } catch {
    return false;
  }
}
