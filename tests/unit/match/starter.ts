/** The starter library as it ships, compiled once for the tests of matching. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactCheck, Pack } from '../../../lib/claims';
import { compileLibrary } from '../../../lib/match/library';

const root = join(import.meta.dirname, '../../../public/starter');
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

export const pack = json('pack.json') as Pack;
export const checks = pack.topics.flatMap((topic) =>
  readdirSync(join(root, topic.id))
    .filter((file) => file.endsWith('.json'))
    .map((file) => json(join(topic.id, file)) as FactCheck),
);
export const starter = compileLibrary(checks, pack.sets);
