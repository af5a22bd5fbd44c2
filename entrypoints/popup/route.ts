/**
 * Where the popup is: the list, or one check, named by the address's hash. Opening a check adds a step to the
 * history, so that Back returns to where the reader was: the check before, or the list.
 */
import { useEffect, useState } from 'preact/hooks';

export interface Route {
  /** The check shown; `undefined` is the list. */
  readonly check: string | undefined;
  readonly open: (check: string) => void;
  readonly back: () => void;
}

/** How many steps this popup has added; kept in the history entry itself. */
const depth = (): number => {
  const state: unknown = history.state;
  return typeof state === 'number' ? state : 0;
};

function checkInHash(): string | undefined {
  const id = location.hash.slice(1);
  // Citations have hashes of their own; they are places in a check, not checks.
  if (/^(source|cite)-\d|^cite-/.test(id)) return undefined;
  // A check of a pack that was added is named `<pack>.<check>`.
  return /^([a-z0-9-]{1,80}\.)?[a-z0-9-]{1,80}$/.test(id) ? id : undefined;
}

export function useRoute(): Route {
  const [check, setCheck] = useState(checkInHash);
  useEffect(() => {
    let last = depth();
    const follow = () => {
      // An entry without a depth was made by an address changed from outside: one step further.
      if (typeof history.state !== 'number') history.replaceState(last + 1, '');
      last = depth();
      setCheck(checkInHash());
    };
    if (typeof history.state !== 'number') history.replaceState(0, '');
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return {
    check,
    open: (id) => {
      history.pushState(depth() + 1, '', `#${id}`);
      setCheck(id);
    },
    back: () => {
      if (depth() > 0) return history.back();
      history.replaceState(0, '', location.pathname);
      setCheck(undefined);
    },
  };
}
