/** The text of a shard: a JSON array of records, one a line, each in its one spelling. */
import type { Parsed, Problem } from '../check';
import { canonical } from './canonical';
import { type PackRecord, parseRecord } from './record';

/** A record as the line it has in a shard. */
export const recordLine = (record: PackRecord): string => canonical(record);

/** Records (as lines) as the text of a shard. */
export const shardText = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]\n`;

/** The id that a record speaks of. Word sets have none: they are the pack's, and a later layer's replace them all. */
export function recordId(record: PackRecord): string {
  if ('check' in record) return record.check.id;
  if ('review' in record) return record.review.id;
  return 'removed' in record ? record.removed : '';
}

/** Parses a shard's text; problems point into its array. */
export function parseShard(text: string): Parsed<PackRecord[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [{ pointer: '', message: `is not valid JSON (${why})` }] };
  }
  if (!Array.isArray(json))
    return { ok: false, problems: [{ pointer: '', message: 'is not an array of records' }] };
  const records: PackRecord[] = [];
  const problems: Problem[] = [];
  for (const [i, input] of json.entries()) {
    const parsed = parseRecord(input);
    if (parsed.ok) records.push(parsed.value);
    else for (const p of parsed.problems) problems.push({ ...p, pointer: `/${i}${p.pointer}` });
  }
  return problems.length === 0 ? { ok: true, value: records } : { ok: false, problems };
}
