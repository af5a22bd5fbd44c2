/**
 * Text with `[n]` citations as text and links to `#source-n`. Every citation has an id of its own
 * (`cite-<block>-<k>`), so that a source can lead back to it. A number without a source stays text.
 */
import { paragraphs, parseCitations } from '../lib/claims/citations';
import { say } from '../lib/words';

/** Told when a citation is followed: the source's number and the citation's own id. */
export type OnCite = (n: number, from: string) => void;

export interface CitedTextProps {
  readonly text: string;
  /** Language of the text, a BCP 47 tag. */
  readonly language: string;
  /** Names this text within the document; ids of its citations are made from it. */
  readonly block: string;
  /** How many sources there are: it decides which `[n]` become links. */
  readonly sources: number;
  readonly onCite: OnCite;
}

export function CitedText({ text, language, block, sources, onCite }: CitedTextProps) {
  let k = 0;
  return (
    <>
      {paragraphs(text).map((paragraph, p) => (
        <p key={p} dir="auto" lang={language}>
          {parseCitations(paragraph).map((run, r, runs) => {
            // A citation never begins a line away from what it is for.
            if (run.kind === 'text')
              return runs[r + 1]?.kind === 'cite' ? run.text.replace(/ $/, '\u00a0') : run.text;
            if (run.n > sources) return run.text;
            const id = citationId(block, k++);
            return (
              <a
                key={id}
                id={id}
                class="cite"
                href={`#source-${run.n}`}
                data-source={run.n}
                aria-label={say('check_cite', run.n)}
                onClick={(event) => {
                  event.preventDefault();
                  onCite(run.n, id);
                }}
              >
                {run.text}
              </a>
            );
          })}
        </p>
      ))}
    </>
  );
}

const citationId = (block: string, k: number): string => `cite-${block}-${k}`;

/** The first citation of each source in `text`: source number → the citation's id. */
export function firstCitations(text: string, block: string, sources: number): Map<number, string> {
  const first = new Map<number, string>();
  let k = 0;
  for (const run of paragraphs(text).flatMap(parseCitations)) {
    if (run.kind !== 'cite' || run.n > sources) continue;
    const id = citationId(block, k++);
    if (!first.has(run.n)) first.set(run.n, id);
  }
  return first;
}
