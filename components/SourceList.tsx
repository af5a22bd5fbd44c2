/** The sources of a check: what each is, where it can be read, and which passages cite it. */
import { ArrowUp, CornerUpLeft } from 'lucide';
import type { Source } from '../lib/claims';
import { say } from '../lib/words';
import { asciiAddress } from './http';
import { Icon } from './Icon';
import { OutLink } from './OutLink';
import { SourceFacts } from './SourceFacts';
import { sourceAddress } from './source-address';

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
        const address = sourceAddress(source);
        return (
          <li key={n} id={`source-${n}`} class={here ? 'source lit' : 'source'} tabIndex={-1}>
            <span class="source-number" aria-hidden="true">
              {n}
            </span>
            <div class="source-body">
              <cite class="source-title" dir="auto">
                {address ? <OutLink href={address}>{source.title}</OutLink> : source.title}
              </cite>
              {address && <span class="source-address">{asciiAddress(address)}</span>}
              <SourceFacts source={source} />
              {!address && <p class="source-meta">{say('check_source_no_link')}</p>}
              <BackLinks places={citedIn(n)} onBack={onBack} />
              {here && (
                <button type="button" class="button quiet source-return" onClick={() => onBack(here.from)}>
                  <Icon node={CornerUpLeft} size={15} />
                  {say('check_source_back')}
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function BackLinks({ places, onBack }: { places: readonly CitedIn[]; onBack: (citation: string) => void }) {
  if (places.length === 0) return null;
  return (
    <div class="backlinks">
      <span>{say('check_cited_in')}</span>
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
