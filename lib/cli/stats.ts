/** `stats`: counts of a library, as one JSON object. */
import { readLibrary, STARTER } from './library';
import { UsageError } from './usage';

/** Runs the command on a library folder. */
export async function stats(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-'))
    throw new UsageError('stats takes one folder: stats [DIR]');
  const { checks, problems, bytes } = await readLibrary(args[0] ?? STARTER);
  const all = checks.map((c) => c.check);
  const result = {
    checks: all.length,
    topics: count(all.map((c) => c.topic)),
    ratings: count(all.map((c) => c.verdict.rating)),
    sources: all.reduce((n, c) => n + c.sources.length, 0),
    languages: count(all.map((c) => c.language)),
    bytes,
    problems: problems.length,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return problems.length === 0 ? 0 : 1;
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
