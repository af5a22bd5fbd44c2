/** `revoke`: the key of a published pack is not to be trusted any more. */
import { parseArgs } from 'node:util';
import { fingerprint } from './pack/keys';
import { revoke as revokeKey } from './pack/revoke';
import { UsageError } from './usage';

const USAGE = 'revoke OUT --key FILE [--bundle FILE]';

/** Runs the command; prints one JSON object about the edition that says so. */
export async function revoke(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(args);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; write ${USAGE}`);
  }
  const { key, bundle } = parsed.values;
  const [out, ...more] = parsed.positionals;
  if (out === undefined || more.length > 0 || key === undefined) throw new UsageError(`write ${USAGE}`);
  const { id, serial, version, signature } = await revokeKey({ out, key, bundle });
  const revoked = fingerprint(signature?.key ?? '');
  process.stdout.write(`${JSON.stringify({ id, serial, version, revoked })}\n`);
  return 0;
}

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, bundle: { type: 'string' } },
  });
