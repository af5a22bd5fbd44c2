/**
 * What a citation `[n]` points to, shown beside it: on hover after a moment, on focus at once, on the first tap of a
 * finger. It stays while the pointer travels to it and closes on Escape, a click elsewhere, or when it is left (WCAG
 * 1.4.13). All it offers can be had without it: the citation itself leads to the list.
 */
import { ArrowDown } from 'lucide';
import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Source } from '../lib/claims';
import { say } from '../lib/words';
import { isHttp } from './http';
import { Icon } from './Icon';
import { OutLink } from './OutLink';
import { placeBeside } from './place-beside';
import { SourceFacts } from './SourceFacts';
import { sourceAddress } from './source-address';
import { watchCitations } from './watch-citations';

export interface SourcePeekProps {
  /** Holds the citations, links with `data-source`. */
  readonly within: RefObject<HTMLElement | null>;
  readonly sources: readonly Source[];
  /** The reader wants to see the source in the list. */
  readonly onGo: (n: number, from: string) => void;
}

export function SourcePeek({ within, sources, onGo }: SourcePeekProps) {
  const [cite, setCite] = useState<HTMLElement>();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (within.current && box.current) return watchCitations(within.current, box.current, setCite);
  }, [within]);
  const n = Number(cite?.dataset.source);
  const source = sources[n - 1];
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown || !cite || !source) return;
    shown.showPopover();
    cite.setAttribute('aria-describedby', id);
    const place = () => placeBeside(shown, cite);
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place, { passive: true });
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      cite.removeAttribute('aria-describedby');
      shown.hidePopover();
    };
  }, [cite, source, id]);
  const address = source && sourceAddress(source);
  return (
    <div ref={box} id={id} class="peek" popover="manual">
      {cite && source && (
        <>
          <p class="peek-number">{say('check_source_number', n)}</p>
          <p class="peek-title" dir="auto">
            <cite>{source.title}</cite>
          </p>
          <SourceFacts source={source} />
          <p class="peek-links">
            {address !== undefined && isHttp(address) && (
              <OutLink href={address}>{say('check_source_open', new URL(address).hostname)}</OutLink>
            )}
            <button
              type="button"
              class="button quiet"
              tabIndex={-1}
              onClick={() => {
                setCite(undefined);
                onGo(n, cite.id);
              }}
            >
              <Icon node={ArrowDown} size={14} />
              {say('check_source_down')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
