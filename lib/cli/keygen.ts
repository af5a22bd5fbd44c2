/** `keygen`: a new key to sign packs with. */
import { fingerprint, makeKey } from './pack/keys';
import { UsageError } from './usage';

/** Runs the command: writes the private key to a file, prints the public key and its fingerprint. */
export async function keygen(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith('-'))
    throw new UsageError('keygen takes the name of a new file: keygen FILE');
  const key = await makeKey(file);
  process.stdout.write(`public key: ${key.public}\nfingerprint: ${fingerprint(key.public)}\n`);
  return 0;
}
