/** What is wrong with a published pack: its manifest, its shards, their records, and files that are none of it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { canonical, type Manifest, type Pack } from '../../claims';
import { lintCheck, lintLibrary } from '../../claims/lint';
import type { FileProblem } from '../library';
import { type Found, lintSelfMatch, lintWays } from '../ways';
import { sha256 } from './keys';
import { readPublished, recordsOf, shardName } from './published';

/** Every problem of the published pack in `dir`. Checks are held, reviews are not. */
export async function lintPublished(dir: string): Promise<FileProblem[]> {
  const { manifest, problems } = await readPublished(dir);
  const all = [...problems];
  if (manifest === undefined) return all;
  const checks: Found[] = [];
  const languages = new Map<string, number>();
  let sets: Sets = { sets: {}, at: { file: '', pointer: '' } };
  const count = ({ language = 'und' }) => languages.set(language, (languages.get(language) ?? 0) + 1);
  let reviews = 0;
  for await (const { record, current, file, pointer } of recordsOf(dir, manifest, (p) => all.push(p))) {
    if (!current) continue;
    if ('check' in record) {
      count(record.check);
      checks.push({ check: record.check, file, pointer: `${pointer}/check` });
    } else if ('review' in record) {
      count(record.review);
      reviews++;
    } else if ('sets' in record) sets = { sets: record.sets, at: { file, pointer: `${pointer}/sets` } };
  }
  all.push(...lintChecks(manifest, checks));
  all.push(...lintWays(sets.sets, sets.at, checks));
  if (all.length === 0) all.push(...lintSelfMatch(sets.sets, checks));
  const counted = {
    counts: { checks: checks.length, reviews },
    languages: Object.fromEntries(languages),
  };
  return [...all, ...lintCounts(dir, manifest, counted), ...(await lintFiles(dir, manifest))];
}

interface Sets {
  readonly sets: Pack['sets'];
  readonly at: Omit<FileProblem, 'message'>;
}

function* lintChecks({ topics }: Manifest, checks: readonly Found[]): Generator<FileProblem> {
  const known = new Set(topics.map((t) => t.id));
  const at = new Map(checks.map((found) => [found.check, found]));
  for (const { check, file, pointer } of checks) {
    for (const p of lintCheck(check)) yield { file, ...p, pointer: pointer + p.pointer };
    if (!known.has(check.topic))
      yield { file, pointer: `${pointer}/topic`, message: `“${check.topic}” is no topic of pack.json` };
  }
  for (const { check, ...p } of lintLibrary(checks.map((c) => c.check))) {
    const { file = '', pointer = '' } = at.get(check) ?? {};
    yield { ...p, file, pointer: pointer + p.pointer };
  }
}

function* lintCounts(
  dir: string,
  manifest: Manifest,
  counted: Pick<Manifest, 'counts' | 'languages'>,
): Generator<FileProblem> {
  const file = relative(process.cwd(), join(dir, 'pack.json'));
  for (const field of ['counts', 'languages'] as const) {
    const [says, holds] = [canonical(manifest[field]), canonical(counted[field])];
    if (says !== holds)
      yield { file, pointer: `/${field}`, message: `says ${says}, and the shards hold ${holds}; pack again` };
  }
}

/** A file that no manifest names may be a shard of the edition before, which some reader is fetching: its name tells. */
async function lintFiles(dir: string, manifest: Manifest): Promise<FileProblem[]> {
  const named = new Set(manifest.layers.flatMap((layer) => layer.shards.map(shardName)));
  const problems: FileProblem[] = [];
  const entries = await readdir(join(dir, 'shards'), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = join('shards', entry.name);
    if (named.has(name)) continue;
    const path = join(dir, name);
    const isOld = entry.isFile() && entry.name === `${sha256(await readFile(path)).toString('hex')}.json`;
    if (!isOld)
      problems.push({
        file: relative(process.cwd(), path),
        pointer: '',
        message: 'is no shard of this pack; remove it',
      });
  }
  return problems;
}
