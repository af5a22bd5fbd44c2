/** `import`: a ClaimReview feed becomes a folder of reviews that can be linted, tried and packed. */
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Review, Seen, streamFeed } from '../claims';
import { progress } from './collection';
import { Buckets } from './import/buckets';
import { About, idOf } from './import/description';
import { Report } from './import/report';
import { TextFile } from './import/text-file';
import { UsageError } from './usage';

/**
 * Runs the command; prints the counts as one JSON object. 0: the feed was read to its end (what was refused is in the
 * report); 1: nothing of it could be taken, and the folder is as it was.
 * @throws FeedError if it can't be read to its end; the folder is as it was.
 */
export async function importFeed(args: string[]): Promise<number> {
  const { feed, out, report } = usage(args);
  mkdirSync(dirname(out), { recursive: true });
  let work = '';
  const remove = () => rmSync(work, { recursive: true, force: true });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    // Beside the folder, so that what is done can be moved in at once.
    work = mkdtempSync(`${out}.import-`);
    const id = idOf(feed);
    const { path, counts, about, reviews } = await read(feed, work, report);
    if (report !== undefined) await copyFile(path, report);
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    if (counts.outcomes.taken + counts.outcomes.changed === 0) {
      process.stderr.write('factmark: none of the records could be taken, so nothing was written\n');
      return 1;
    }
    const pack = join(out, 'pack.json');
    const title = feed === '-' ? id : basename(feed);
    writeFileSync(join(work, 'pack.json'), `${JSON.stringify(about.pack(id, title), null, 2)}\n`);
    // Nothing can come between these.
    mkdirSync(join(out, 'reviews'), { recursive: true });
    renameSync(reviews, join(out, 'reviews', `${id}.jsonl`));
    if (!existsSync(pack)) renameSync(join(work, 'pack.json'), pack);
    return 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    remove();
  }
}

function usage(args: string[]): { feed: string; out: string; report: string | undefined } {
  const usage = 'import FEED --out DIR [--report FILE]';
  let parsed: { values: { out?: string; report?: string }; positionals: string[] };
  try {
    const options = { out: { type: 'string' }, report: { type: 'string' } } as const;
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [feed, ...more] = positionals;
  if (feed === undefined || more.length > 0) throw new UsageError(`import takes one feed: ${usage}`);
  if (/^https?:/i.test(feed))
    throw new UsageError(
      'import reads files; fetch the feed first, and give its file or - for standard input',
    );
  if (!values.out) throw new UsageError(`--out DIR is needed: ${usage}`);
  const out = resolve(values.out);
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`${values.out} is a file; --out takes a folder`);
  return { feed, out, report: values.report };
}

/** Reads the feed into files of the folder `work`. A report of what was read is left even of a feed that breaks off. */
async function read(feed: string, work: string, copy: string | undefined) {
  const [seen, about, superseded] = [new Seen(), new About(), new Set<number>()];
  const [buckets, report] = [new Buckets(work), new Report(work)];
  const note = progress('records read');
  let records = 0;
  try {
    for await (const outcomes of streamFeed(feed === '-' ? process.stdin : createReadStream(feed)))
      for (const outcome of outcomes) {
        const ordinal = records++;
        note(records);
        const sight = outcome.kind === 'taken' ? seen.see(outcome.review, ordinal) : undefined;
        if (sight?.kind === 'newer') superseded.add(sight.instead);
        if (outcome.kind === 'taken' && (sight?.kind === 'new' || sight?.kind === 'newer')) {
          buckets.add(outcome.review, ordinal);
          about.licence(outcome.licence ?? '');
        }
        report.add(
          outcome,
          sight?.kind === 'repeated' ? 'repeated' : sight?.kind === 'older' ? 'superseded' : undefined,
        );
      }
  } catch (error) {
    if (copy !== undefined && records > 0) await copyFile((await report.finish(superseded)).path, copy);
    throw error;
  } finally {
    note(records, true);
  }
  const reviews = new TextFile(join(work, 'reviews'));
  for (const line of buckets.sorted(superseded)) {
    reviews.add(line);
    about.review(JSON.parse(line) as Review);
  }
  reviews.flush();
  return { ...(await report.finish(superseded)), about, reviews: reviews.path };
}
