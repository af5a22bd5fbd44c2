/** `match`: what a library would badge in texts, HTML files or JSONL passages. */
import { parseArgs } from 'node:util';
import { type Engine, findAll, LEVELS } from '../match/engine';
import type { Match } from '../match/find';
import type { Strictness } from '../match/score/model';
import { loadEngine } from './engine';
import { type Format, type Input, inputsOf } from './inputs';
import { STARTER } from './library';
import { UsageError } from './usage';

/** Runs the command; prints one JSON line per input. */
export async function match(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const format = oneOf('format', values.format, ['text', 'html', 'jsonl'] as const);
  const strictness = oneOf('sure', values.sure, Object.keys(LEVELS) as Strictness[]) ?? 'normal';
  const { engine } = await loadEngine(values.pack ?? [STARTER]);
  let bad = 0;
  for (const source of positionals.length > 0 ? positionals : ['-'])
    for await (const input of inputsOf(source, format as Format | undefined)) {
      if (typeof input === 'string') {
        process.stderr.write(`${input}\n`);
        bad++;
        continue;
      }
      const matches = await matchInput(engine, input, strictness);
      process.stdout.write(`${JSON.stringify({ id: input.id, matches })}\n`);
    }
  return bad > 0 ? 1 : 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        pack: { type: 'string', multiple: true },
        format: { type: 'string' },
        sure: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError for a value that is none of `values`. */
export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  values: readonly T[],
): T | undefined {
  if (value === undefined || values.includes(value as T)) return value as T | undefined;
  throw new UsageError(`--${name} takes ${values.join(', ').replace(/, (\w+)$/, ' or $1')}, not “${value}”`);
}

async function matchInput(engine: Engine, { pieces }: Exclude<Input, string>, strictness: Strictness) {
  const found: Match[] = [];
  for await (const { text, before, offset, language } of pieces)
    for (const m of findAll(engine, { text, before, language }, { strictness }))
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
