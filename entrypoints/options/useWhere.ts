/** Which section the reader is at: the one in the upper part of the window, or the one just gone to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECTIONS, type SectionId } from './sections';

/** How far down the window a section must reach to be where the reader is, of its height. */
const LINE = 0.3;

const named = (hash: string): SectionId | undefined => SECTIONS.find(({ id }) => `#${id}` === hash)?.id;

/** `ready`: the sections are on the page. */
export function useWhere(ready: boolean): SectionId {
  const [where, setWhere] = useState<SectionId>('topics');
  /** A short section near the end can't come up to the line; gone to by a link, it counts until the reader scrolls. */
  const gone = useRef<SectionId>(undefined);
  useEffect(() => {
    if (!ready) return;
    const look = () => setWhere(gone.current ?? atLine());
    const go = () => {
      gone.current = named(location.hash);
      look();
    };
    const scrolled = () => {
      gone.current = undefined;
    };
    if (named(location.hash)) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    go();
    addEventListener('hashchange', go);
    addEventListener('scroll', look, { passive: true });
    // Only a reader makes these; a link scrolls, too.
    for (const kind of ['wheel', 'touchmove', 'keydown']) addEventListener(kind, scrolled, { passive: true });
    return () => {
      removeEventListener('hashchange', go);
      removeEventListener('scroll', look);
      for (const kind of ['wheel', 'touchmove', 'keydown']) removeEventListener(kind, scrolled);
    };
  }, [ready]);
  return where;
}

function atLine(): SectionId {
  const { scrollHeight } = document.documentElement;
  const here = SECTIONS.filter(({ id }) => (document.getElementById(id)?.clientHeight ?? 0) > 0);
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2) return here.at(-1)?.id ?? 'topics';
  const above = here.filter(
    ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? 0) <= innerHeight * LINE,
  );
  return (above.at(-1) ?? here[0])?.id ?? 'topics';
}
