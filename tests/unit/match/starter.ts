/** The starter library as it ships, compiled once for the tests of matching. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheck, parsePack } from '../../../lib/claims';
import type { Parsed } from '../../../lib/claims/check';
import { compileLibrary } from '../../../lib/match/library';

const root = join(import.meta.dirname, '../../../public/starter');

function read<T>(path: string, parse: (json: unknown) => Parsed<T>): T {
  const parsed = parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
  if (!parsed.ok)
    throw new Error(`${path}: ${parsed.problems.map((p) => `${p.pointer} ${p.message}`).join('; ')}`);
  return parsed.value;
}

export const pack = read('pack.json', parsePack);
export const checks = pack.topics.flatMap((topic) =>
  readdirSync(join(root, topic.id))
    .filter((file) => file.endsWith('.json'))
    .map((file) => read(join(topic.id, file), parseCheck)),
);
export const starter = compileLibrary(checks, pack.sets);
