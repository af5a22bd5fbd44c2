/** Every regular expression that stands in the sources, read from their syntax trees so that none is missed. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from 'recheck';
import { parseSync } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
/** What the checker said of each pattern when it was last asked. Asking takes minutes. */
export const VERDICTS = resolve(ROOT, 'tests/fixtures/regexes.json');

export interface Written {
  /** `path:line`. */
  readonly where: string;
  readonly pattern: string;
  readonly flags: string;
}

/** `how`: an input that takes long, as what is repeated between a beginning and an end. */
export interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly how?: { readonly prefix: string; readonly pump: string; readonly suffix: string };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Literals; and where `RegExp` is called, since the pattern that it makes shows only when it runs. */
export function regexesIn(path: string, source: string): { literals: Written[]; made: string[] } {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  const literals: Written[] = [];
  const made: string[] = [];
  const visit = (node: Node): void => {
    const regex = node.regex as { pattern: string; flags: string } | undefined;
    const line = () => source.slice(0, node.start).split('\n').length;
    if (node.type === 'Literal' && regex) literals.push({ where: `${path}:${line()}`, ...regex });
    if (isNode(node.callee) && node.callee.name === 'RegExp') made.push(path);
    for (const value of Object.values(node).flat()) if (isNode(value)) visit(value);
  };
  visit(program as unknown as Node);
  return { literals, made };
}

/** Those of all sources that are shipped. */
export function ourRegexes(): { literals: Map<string, Written>; made: Set<string> } {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const literals = new Map<string, Written>();
  const made = new Set<string>();
  for (const path of files
    .split('\n')
    .filter((file) => /^(lib|components|entrypoints)\/.*\.tsx?$/.test(file))) {
    const read = regexesIn(path, readFileSync(resolve(ROOT, path), 'utf8'));
    for (const one of read.literals) literals.set(keyOf(one), one);
    for (const one of read.made) made.add(one);
  }
  return { literals, made };
}

export const keyOf = ({ pattern, flags }: Pick<Written, 'pattern' | 'flags'>): string =>
  `/${pattern}/${flags}`;

export const knownVerdicts = (): Record<string, Verdict> => JSON.parse(readFileSync(VERDICTS, 'utf8'));

/** Asks the checker; `timeout` in milliseconds, after which it is `unknown`. */
export async function verdictOn({ pattern, flags }: Written, timeout: number): Promise<Verdict> {
  const said = await check(pattern, flags, { timeout });
  if (said.status !== 'vulnerable') return { status: said.status };
  const { pumps, suffix } = said.attack;
  const [first] = pumps;
  if (!first) return { status: said.status };
  return { status: said.status, how: { prefix: first.prefix, pump: first.pump, suffix } };
}

/** An input of about `length` characters on which a vulnerable pattern takes long. */
export function attackOf({ how }: Verdict, length: number): string {
  if (!how) return ' '.repeat(length);
  const times = Math.ceil(Math.max(0, length - how.prefix.length - how.suffix.length) / how.pump.length);
  return how.prefix + how.pump.repeat(times) + how.suffix;
}
