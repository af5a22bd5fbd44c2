/** `pack`: a library folder as a published pack, static files that any web server serves. */
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { progress } from './collection';
import { printProblems } from './library';
import { fingerprint } from './pack/keys';
import { type Packed, packFolder } from './pack/run';
import { UsageError } from './usage';

/** Runs the command; prints one JSON object about the edition, or the folder's problems. */
export async function pack(args: string[]): Promise<number> {
  const options = parse(args);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error(`interrupted; ${options.out} is as it was`));
  process.once('SIGINT', interrupt);
  const note = progress('records and files');
  const step = async (n: number) => {
    note(n);
    // Signals are heard between tasks only.
    if (n % 64 === 0) await setImmediate();
    interrupted.signal.throwIfAborted();
  };
  try {
    const packed = await packFolder({ ...options, step });
    if (!('manifest' in packed)) {
      printProblems(packed);
      return 1;
    }
    for (const text of packed.notes) process.stderr.write(`factmark: ${text}\n`);
    process.stdout.write(`${JSON.stringify(summary(packed))}\n`);
    return 0;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function parse(args: string[]) {
  const usage = 'pack DIR --out OUT [--key FILE [--new-key] [--spare KEY]] [--bundle FILE]';
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(args);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; write ${usage}`);
  }
  const { out, key, bundle, spare, 'new-key': newKey } = parsed.values;
  const [dir, ...more] = parsed.positionals;
  if (dir === undefined || more.length > 0 || !out) throw new UsageError(`write ${usage}`);
  if (newKey && key === undefined) throw new UsageError(`--new-key needs --key; write ${usage}`);
  if (spare !== undefined && key === undefined) throw new UsageError(`--spare needs --key; write ${usage}`);
  return { dir, out, key, bundle, newKey, spare };
}

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      key: { type: 'string' },
      bundle: { type: 'string' },
      'new-key': { type: 'boolean' },
      spare: { type: 'string' },
    },
  });

/** `bytes`: of all shards; `added`: of those that the edition before did not have; `signed`, `spare`: fingerprints. */
function summary({ manifest, added }: Packed) {
  const { id, serial, version, counts, layers, signature, keys } = manifest;
  const spare = keys?.at(-1)?.spare;
  const shards = layers.flatMap((layer) => layer.shards);
  return {
    id,
    serial,
    version,
    checks: counts.checks,
    reviews: counts.reviews,
    layers: layers.length,
    shards: shards.length,
    bytes: shards.reduce((sum, shard) => sum + shard.bytes, 0),
    added,
    signed: signature ? fingerprint(signature.key) : null,
    spare: spare === undefined ? null : fingerprint(spare),
  };
}
