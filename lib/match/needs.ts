/**
 * What a way cannot do without, beyond its anchor word: countries it must bind. Held against a sentence's
 * mentions before any searching, this turns away most of the ways that a common anchor brings in.
 */
import type { Mention } from './mentions';
import type { Node, Pattern, Sequence } from './pattern';

/** Sets of country codes; a sentence must mention one code of every set. */
export type Needs = readonly ReadonlySet<string>[];

const NUMERIC = /^(number|money|year)$/;
const OPEN = /^(other|any)$/;

/** The needs of `pattern`. A need that any country meets is the empty set. */
export function needsOf(pattern: Pattern): Needs {
  return pattern.filter((c) => !c.absent).flatMap((c) => sequenceNeeds(c.sequence));
}

function sequenceNeeds(sequence: Sequence): ReadonlySet<string>[] {
  return sequence.flatMap((node) => nodeNeeds(node) ?? []);
}

function nodeNeeds(node: Node): ReadonlySet<string>[] | undefined {
  if (node.kind === 'slot' && !NUMERIC.test(node.slot))
    return [new Set(OPEN.test(node.slot) ? [] : [node.slot])];
  if (node.kind !== 'any') return undefined;
  const all = new Set<string>();
  for (const option of node.options) {
    const needs = sequenceNeeds(option);
    const first = needs.find((n) => n.size > 0);
    if (!first) return undefined;
    for (const code of first) all.add(code);
  }
  return [all];
}

/** Do these mentions meet every need? */
export const meets = (needs: Needs, mentions: readonly Mention[]): boolean =>
  needs.every((need) => mentions.some((m) => need.size === 0 || need.has(m.code)));

/** Does `pattern` stand for countries that it does not name? */
export const impliesSome = (pattern: Pattern): boolean => pattern.some((c) => c.sequence.some(impliesNode));

const impliesNode = (node: Node): boolean =>
  node.kind === 'implied' ||
  ((node.kind === 'any' || node.kind === 'optional') && node.options.some((o) => o.some(impliesNode)));
