/**
 * Plain text with `[n]` citations, parsed into runs. `format(parse(text)) === text` for every text:
 * what is shown is exactly what was written, and nothing of it can become markup.
 */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cite'; readonly n: number; readonly text: string };

/** Splits `text` into plain runs and citations. `n` counts sources from 1; `[0]` or `[x]` stay plain text. */
export function parseCitations(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[([1-9]\d?)\]/g)) {
    if (match.index > from) runs.push({ kind: 'text', text: text.slice(from, match.index) });
    runs.push({ kind: 'cite', n: Number(match[1]), text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}

/** The inverse of `parseCitations`. */
export const formatCitations = (runs: readonly Run[]): string => runs.map((r) => r.text).join('');

/** Splits prose into paragraphs at blank lines. */
export const paragraphs = (text: string): string[] => text.split(/\n{2,}/).filter((p) => p.trim() !== '');
