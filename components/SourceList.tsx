/** The sources of a check: what each is, where it can be read, and which passages cite it. */
import { ArrowUp, CornerUpLeft, ExternalLink } from 'lucide';
import type { Source } from '../lib/claims';
import { sayDate } from './dates';
import { Icon } from './Icon';

/** A place that cites a source: its name for readers and the id of the citation there. */
export interface CitedIn {
  readonly place: string;
  readonly id: string;
}

export interface SourceListProps {
  readonly sources: readonly Source[];
  readonly citedIn: (n: number) => readonly CitedIn[];
  /** The source the reader just jumped to, and the citation they came from. */
  readonly lit: { readonly n: number; readonly from: string } | undefined;
  readonly onBack: (citation: string) => void;
}

export function SourceList({ sources, citedIn, lit, onBack }: SourceListProps) {
  return (
    <ol class="sources">
      {sources.map((source, i) => {
        const n = i + 1;
        const here = lit?.n === n ? lit : undefined;
        return (
          <li key={n} id={`source-${n}`} class={here ? 'source lit' : 'source'} tabIndex={-1}>
            <span class="source-number" aria-hidden="true">
              {n}
            </span>
            <div class="source-body">
              <SourceTitle source={source} />
              <div class="source-meta" dir="auto">
                {[source.publisher, source.date && sayDate(source.date)].filter(Boolean).join(', ')}
              </div>
              <div class="source-meta">
                <span class="source-kind" data-kind={source.kind}>
                  {source.kind === 'primary' ? 'Primary source' : 'Secondary source'}
                </span>
                {source.identifier && <span class="source-identifier"> {source.identifier}</span>}
              </div>
              <BackLinks places={citedIn(n)} onBack={onBack} />
              {here && (
                <button type="button" class="button quiet source-return" onClick={() => onBack(here.from)}>
                  <Icon node={CornerUpLeft} size={15} />
                  Back to where you were
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function SourceTitle({ source }: { source: Source }) {
  if (!source.url) return <cite class="source-title">{source.title}</cite>;
  return (
    <a class="source-title" href={source.url} target="_blank" rel="noopener noreferrer" dir="auto">
      <cite>{source.title}</cite> <Icon node={ExternalLink} size={13} />
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}

function BackLinks({ places, onBack }: { places: readonly CitedIn[]; onBack: (citation: string) => void }) {
  if (places.length === 0) return null;
  return (
    <div class="backlinks">
      <span>Cited in</span>
      {places.map(({ place, id }) => (
        <a
          key={id}
          class="backlink"
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault();
            onBack(id);
          }}
        >
          <Icon node={ArrowUp} size={11} />
          {place}
        </a>
      ))}
    </div>
  );
}
