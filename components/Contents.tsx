/** The contents of a long document, with the part that is in view marked. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../lib/words';

export interface ContentsEntry {
  /** Id of the element it leads to. */
  readonly id: string;
  readonly title: string;
  /** Of the title, where it is not in our words. */
  readonly language: string | undefined;
}

export interface ContentsProps {
  readonly entries: readonly ContentsEntry[];
  /** Holds the elements. */
  readonly within: RefObject<HTMLElement | null>;
  readonly onGo: (id: string) => void;
}

export function Contents({ entries, within, onGo }: ContentsProps) {
  const current = useInView(entries, within);
  return (
    <nav class="contents" aria-label={say('check_contents')}>
      <ol>
        {entries.map(({ id, title, language }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              lang={language}
              onClick={(event) => {
                event.preventDefault();
                onGo(id);
              }}
            >
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A part counts as in view once its top has passed this much of the window's height. */
const LINE = 0.3;

/** Id of the part that is being read: the last one that begins above the line; at the end of the document the last. */
function useInView(
  entries: readonly ContentsEntry[],
  within: RefObject<HTMLElement | null>,
): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
      const begun = entries.filter(({ id }) => {
        const top = within.current?.querySelector(`#${id}`)?.getBoundingClientRect().top;
        return top !== undefined && (isAtEnd ? top < clientHeight : top <= clientHeight * LINE);
      });
      setCurrent(begun.at(-1)?.id);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [entries, within]);
  return current;
}
