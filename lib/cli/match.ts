/** `match`: what a library would badge in texts, HTML files or JSONL passages. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { findMatches, type Match } from '../match/find';
import { compileLibrary, type Library, mergeLibraries } from '../match/library';
import { htmlPassages } from './html';
import { readLibrary, STARTER } from './library';
import { UsageError } from './usage';

interface Input {
  readonly id: string;
  readonly passages: readonly { readonly text: string; readonly before: string; readonly offset: number }[];
}

/** Runs the command; prints one JSON line per input. */
export async function match(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const format = values.format;
  if (format !== undefined && !['text', 'html', 'jsonl'].includes(format))
    throw new UsageError(`--format takes text, html or jsonl, not “${format}”`);
  const library = await loadLibraries(values.pack ?? [STARTER]);
  const sources = positionals.length > 0 ? positionals : ['-'];
  let bad = 0;
  for (const source of sources) {
    const content = source === '-' ? await text(process.stdin) : await readFile(source, 'utf8');
    for (const input of inputs(content, source, format)) {
      if (typeof input === 'string') {
        process.stderr.write(`${input}\n`);
        bad++;
      } else
        process.stdout.write(`${JSON.stringify({ id: input.id, matches: matchInput(library, input) })}\n`);
    }
  }
  return bad > 0 ? 1 : 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: 'string', multiple: true }, format: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Compiles the libraries in `dirs` into one. Errors name the first broken file. */
export async function loadLibraries(dirs: readonly string[]): Promise<Library> {
  const libraries: Library[] = [];
  for (const dir of dirs) {
    const { pack, checks, problems } = await readLibrary(dir);
    const first = problems[0];
    if (first || !pack)
      throw new Error(
        `${first ? `${first.file}:${first.pointer}: ${first.message}` : `${dir} has no pack.json`}; run “lint ${dir}” for the whole list`,
      );
    libraries.push(
      compileLibrary(
        checks.map((c) => c.check),
        pack.sets,
      ),
    );
  }
  return mergeLibraries(libraries);
}

function* inputs(content: string, source: string, format: string | undefined): Generator<Input | string> {
  const kind = format ?? (/\.html?$/i.test(source) ? 'html' : /^\s*\{/.test(content) ? 'jsonl' : 'text');
  const id = source === '-' ? 'stdin' : basename(source);
  if (kind === 'text') yield { id, passages: [{ text: content, before: '', offset: 0 }] };
  else if (kind === 'html') yield { id, passages: htmlPassages(content) };
  else
    for (const [n, line] of content.split('\n').entries()) {
      if (line.trim() === '') continue;
      const where = `${source === '-' ? 'standard input' : source}:${n + 1}`;
      try {
        const row = JSON.parse(line.trim()) as { id?: unknown; text?: unknown };
        if (typeof row.text !== 'string')
          yield `${where}: has no “text”; write lines as {"id": …, "text": …}`;
        else
          yield {
            id: typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : String(n + 1),
            passages: [{ text: row.text, before: '', offset: 0 }],
          };
      } catch {
        yield `${where}: is not a JSON line; for plain text use --format text`;
      }
    }
}

function matchInput(library: Library, input: Input) {
  const found: Match[] = [];
  for (const { text, before, offset } of input.passages)
    for (const m of findMatches(library, { text, before }))
      found.push({ ...m, start: m.start + offset, end: m.end + offset });
  found.sort((a, b) => b.score - a.score || a.start - b.start);
  return found.map(({ check, claim, sentence, start, end, phrase, score, stance, reasons }) => ({
    check,
    claim,
    sentence,
    start,
    end,
    phrase,
    score,
    stance,
    reasons,
  }));
}
