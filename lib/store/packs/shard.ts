/** A shard as it came: its bytes checked against what the manifest promised, then its records one by one. */
import { type PackRecord, parseRecord, type Shard } from '../../claims';
import { say } from '../../words';
import { size } from '../network/error';
import { type Bytes, base64url, isVast, sha256, shardFile } from './bytes';
import { PackError } from './error';

/** Most values in one record: several times what the largest check has. */
const MOST_VALUES = 50_000;

export type ReadRecord = { readonly where: string } & (
  | { readonly record: PackRecord }
  | { readonly refused: string; readonly message: string }
);

/** @throws PackError if the bytes are not those that the manifest promised. */
export async function checkShard(bytes: Bytes, shard: Shard): Promise<void> {
  const name = `${shardFile(shard).slice(0, 12)}…`;
  if (bytes.byteLength !== shard.bytes)
    throw new PackError(say('store_pack_file_size', name, size(bytes.byteLength), size(shard.bytes)));
  if (base64url(await sha256(bytes)) !== shard.sha256) throw new PackError(say('store_pack_file_hash', name));
}

/**
 * The records of a shard whose bytes were checked; what is no record is told with its reason.
 * @throws PackError if it is no list of records.
 */
export function* recordsOf(bytes: Bytes, shard: Shard): Generator<ReadRecord> {
  const file = shardFile(shard);
  for (const [i, json] of listOf(bytes, file).entries()) {
    const where = `shards/${file.slice(0, 12)}…#/${i}`;
    if (isVast(json, MOST_VALUES)) {
      yield { where, refused: 'too-large', message: say('store_record_large') };
      continue;
    }
    const parsed = parseRecord(json);
    if (parsed.ok) yield { where, record: parsed.value };
    else {
      const { pointer = '', message = say('store_record_invalid') } = parsed.problems[0] ?? {};
      yield { where: where + pointer, refused: 'not-valid', message };
    }
  }
}

function listOf(bytes: Bytes, file: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    json = undefined;
  }
  if (Array.isArray(json)) return json;
  throw new PackError(say('store_pack_file_list', `${file.slice(0, 12)}…`));
}
