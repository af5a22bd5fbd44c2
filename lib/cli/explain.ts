/** `explain`: for one passage, each candidate claim of each sentence, feature by feature, and what was missing. */
import { parseArgs } from 'node:util';
import { termsAround } from '../match/bare/around';
import { explainBare } from '../match/bare/explain';
import type { BareLibrary } from '../match/bare/library';
import { findAll, LEVELS } from '../match/engine';
import { explainAuthored } from '../match/explain';
import { languageIn } from '../match/language/guess';
import { NARROW } from '../match/score/gate';
import { sentenceCandidates } from '../match/score/repeats';
import { readTerms } from '../match/segment/terms';
import { sentences } from '../match/sentences';
import { type Loaded, loadEngine } from './engine';
import { inputsOf } from './inputs';
import { STARTER } from './library';
import { UsageError } from './usage';

/** Candidates shown of a sentence, unless -k says otherwise, and features shown of a candidate. */
const SHOWN = 3;
const FEATURES = 8;

/** Runs the command; prints text for people. The passage is the arguments, or standard input. */
export async function explain(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const k = Number(values.k ?? SHOWN);
  if (!Number.isInteger(k) || k < 1 || k > 100)
    throw new UsageError(`-k takes a whole number from 1 to 100, not “${values.k}”`);
  const loaded = await loadEngine(values.pack ?? [STARTER]);
  const text = positionals.length > 0 ? positionals.join(' ') : await standardInput();
  process.stdout.write(`${explained(loaded, text, k).join('\n')}\n`);
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: 'string', multiple: true }, k: { type: 'string', short: 'k' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function standardInput(): Promise<string> {
  const pieces: string[] = [];
  for await (const input of inputsOf('-', 'text'))
    if (typeof input !== 'string') for await (const piece of input.pieces) pieces.push(piece.text);
  return pieces.join('');
}

function explained({ engine, claims }: Loaded, text: string, k: number): string[] {
  const shown = findAll(engine, { text }, { strictness: 'normal' });
  const authored = explainAuthored(engine.authored, { text }, k);
  const bare = engine.bare ? explainBare(engine.bare, { text }, k) : [];
  const passed = engine.bare ? throughGate(engine.bare, text) : [];
  const lines: string[] = [];
  for (const [i, { sentence, claims: tried }] of authored.entries()) {
    const match = shown.find((m) => m.sentence === sentence);
    lines.push(`“${sentence.replace(/\s+/g, ' ')}”`);
    lines.push(
      match
        ? `  shown: ${match.check}, score ${match.score} (normal from ${LEVELS.normal}, strict from ${LEVELS.strict}): ${match.reasons.join('; ')}`
        : '  not shown',
    );
    for (const { check, claim, ways, outcome } of tried)
      lines.push(`  authored ${check} (${claim}), ${ways} of its ways tried`, `    ${outcome}`);
    for (const candidate of bare[i]?.candidates ?? []) {
      const said = claims.get(candidate.source)?.get(candidate.claim);
      const score = candidate.score.toFixed(2);
      lines.push(
        `  bare ${candidate.claim} of ${candidate.source}, ${score} (normal above 0, strict above 1)`,
        ...(!match && candidate.score > 0 && !passed[i]?.has(nameOf(candidate)) ? [GATED] : []),
        `    claim: ${said?.claim ?? ''}`,
        `    shared: ${candidate.shared.join(', ') || 'nothing'}`,
        `    missing: ${said ? missing(said.claim, sentence).join(', ') || 'nothing' : ''}`,
      );
      for (const { name, value, part } of candidate.features.slice(0, FEATURES))
        lines.push(`    ${signed(part).padStart(7)}  ${name} = ${value.toFixed(3)}`);
    }
    if (tried.length === 0 && (bare[i]?.candidates ?? []).length === 0)
      lines.push('  no claim shares enough with it to be tried');
    lines.push('');
  }
  return lines;
}

/** Candidates are explained that pass a wider gate than badges do. */
const GATED =
  '    not shown: it did not pass the gate of rare words, which asks more for a badge than to be listed here';

const nameOf = ({ source, claim }: { source: string; claim: string }) => `${source}\n${claim}`;

/** Of each sentence, the claims that pass the gate for badges. */
function throughGate({ collection: all, sources }: BareLibrary, text: string): Set<string>[] {
  const collection = all.in(languageIn(text, undefined));
  if (!collection) return [];
  const texts = sentences(text).map((s) => text.slice(s.start, s.end));
  return termsAround({ text }, texts, collection.language).map(({ terms, around }) => {
    const found = sentenceCandidates(collection, terms, around, undefined, NARROW);
    return new Set(
      found.map(({ at }) => nameOf({ source: sources[at.segment] as string, claim: collection.idOf(at) })),
    );
  });
}

const signed = (n: number) => (n < 0 ? '' : '+') + n.toFixed(2);

/** Words of the claim that the sentence lacks. */
function missing(claim: string, sentence: string): string[] {
  const here = new Set(readTerms(sentence).terms.map((t) => t.hash));
  const words = readTerms(claim).terms.filter((t) => !here.has(t.hash));
  return [...new Set(words.map((t) => claim.slice(t.start, t.end)))];
}
