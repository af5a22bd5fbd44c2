/** Files of claims, queries and judgements, read line by line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Bare, buildIndex } from '../match/bare/build';
import { Background } from '../match/score/background';
import { BACKGROUND } from '../match/score/background-counts';
import { openBeside } from '../match/score/beside';
import { Collection } from '../match/score/collection';
import { openSegment } from '../match/segment/segment';

/** One line of a JSONL file. */
type Row = Readonly<Record<string, unknown>>;

/** Lines of a file (`-`: standard input) that are not empty, with their numbers from 1. */
export async function* linesOf(file: string): AsyncGenerator<{ line: string; number: number }> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  // Lines know nothing of their stream's errors, which would end the process: they end the loop, and are thrown then.
  let failed: Error | undefined;
  input.once('error', (error: Error) => {
    failed = error;
    lines.close();
  });
  let number = 0;
  try {
    for await (const whole of lines) {
      number++;
      const line = number === 1 ? whole.replace(/^\ufeff/, '') : whole;
      if (line.trim() !== '') yield { line, number };
    }
  } finally {
    lines.close();
    if (input !== process.stdin) input.destroy();
  }
  if (failed) throw failed;
}

/** Objects of a JSONL file, each with an `id`. @throws Error naming file and line. */
export async function* rowsOf(file: string): AsyncGenerator<{ id: string; row: Row }> {
  for await (const { line, number } of linesOf(file)) {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Error(`${file}:${number}: is not a JSON line`);
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw new Error(`${file}:${number}: is not a JSON object`);
    const { id } = row as Row;
    if (typeof id !== 'string' && typeof id !== 'number')
      throw new Error(`${file}:${number}: has no “id”; write lines as {"id": …, …}`);
    yield { id: String(id), row: row as Row };
  }
}

/** Texts of a JSONL file {id, text}. */
export async function* textsOf(file: string): AsyncGenerator<{ id: string; text: string }> {
  for await (const { id, row } of rowsOf(file)) {
    if (typeof row.text !== 'string') throw new Error(`${file}: “${id}” has no “text”`);
    yield { id, text: row.text };
  }
}

const textIn = (row: Row, name: string) => (typeof row[name] === 'string' ? (row[name] as string) : '');

/** Claims of a JSONL file {id, claim, title?, subtitle?, date?, language?}. Of the texts only `fields` are read. */
export async function readClaims(
  file: string,
  fields: readonly string[] = ['claim', 'title', 'subtitle'],
): Promise<Bare[]> {
  const claims: Bare[] = [];
  const note = progress('claims read');
  for await (const { id, row } of rowsOf(file)) {
    const field = (name: string) => (fields.includes(name) ? textIn(row, name) : '');
    claims.push({
      id,
      claim: field('claim'),
      title: field('title'),
      subtitle: field('subtitle'),
      checkedOn: textIn(row, 'date'),
      language: textIn(row, 'language') || textIn(row, 'inLanguage'),
    });
    note(claims.length);
  }
  note(claims.length, true);
  return claims;
}

/** Builds the index of a claims file, as `readClaims` reads it. */
export async function readCollection(
  file: string,
  background: Background = Background.read(BACKGROUND),
  fields?: readonly string[],
): Promise<Collection> {
  const { segment, beside } = buildIndex(await readClaims(file, fields));
  const opened = openSegment(segment);
  const besides = openBeside(beside, opened);
  return new Collection([opened], background, (_, claim) => besides(claim));
}

/** TREC judgements, `query 0 claim 1`: the relevant claims of each query. */
export async function readJudgements(file: string): Promise<Map<string, Set<string>>> {
  const judged = new Map<string, Set<string>>();
  for await (const { line, number } of linesOf(file)) {
    const [query, , claim, relevance] = line.trim().split(/\s+/);
    if (
      query === undefined ||
      claim === undefined ||
      relevance === undefined ||
      Number.isNaN(Number(relevance))
    )
      throw new Error(`${file}:${number}: is not a judgement; write lines as “query 0 claim 1”`);
    if (Number(relevance) <= 0) continue;
    const claims = judged.get(query) ?? new Set();
    judged.set(query, claims.add(claim));
  }
  return judged;
}

/** Counts aloud on standard error, if that is a terminal. */
export function progress(what: string): (n: number, done?: boolean) => void {
  if (!process.stderr.isTTY) return () => {};
  return (n, done = false) => {
    if (done || n % 500 === 0) process.stderr.write(`\r${n} ${what}${done ? '\n' : ''}`);
  };
}
