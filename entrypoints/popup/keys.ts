/** Keys of the popup that are no control's own, and where the focus goes when the reader comes back. */
import { useEffect, useRef } from 'preact/hooks';

/** Escape goes back, and only closes the popup where there is nothing to go back to. */
export function useEscape(back: (() => void) | undefined): void {
  useEffect(() => {
    if (!back) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      back();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

/** “/” begins a search, unless it is being typed somewhere. */
export function useSlash(search: (() => void) | undefined): void {
  useEffect(() => {
    if (!search) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.matches('input:not([type=radio]), textarea'))
        return;
      event.preventDefault();
      search();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

/** Where the focus goes if what was left is gone: the tab that is shown, or the search where there are no tabs. */
const ELSE = '[role="tab"][aria-selected="true"], [type="search"]';

/** Back in the list, focus returns to the check that was opened from it. */
export function useReturn(check: string | undefined): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (check) {
      last.current ??= check;
      return;
    }
    if (last.current) {
      const opened = document.querySelector<HTMLElement>(`[data-check="${last.current}"]`);
      (opened ?? document.querySelector<HTMLElement>(ELSE))?.focus();
    }
    last.current = undefined;
  }, [check]);
}
