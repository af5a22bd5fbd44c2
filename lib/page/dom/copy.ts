/** Puts a text on the clipboard, on pages of any protocol, without the page learning what was copied. */
import { doc } from './safe';

/** Answers whether the browser let us; to be called from a click or a key of the reader. Never rejects. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Not there on pages at `http`, and refused in frames whose page does not allow it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** By the `copy` event, which is ours alone: it goes no further than this listener. */
export function copyByEvent(text: string): boolean {
  let done = false;
  const ours = new AbortController();
  const first = { signal: ours.signal, capture: true } as const;
  // Chromium asks by this event whether there is anything to copy where nothing is selected.
  window.addEventListener('beforecopy', (event) => end(event), first);
  window.addEventListener(
    'copy',
    (event) => {
      end(event);
      event.clipboardData?.clearData();
      event.clipboardData?.setData('text/plain', text);
      done = event.clipboardData !== null;
    },
    first,
  );
  const allowed = doc.execCommand('copy');
  ours.abort();
  return allowed && done;
}

function end(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
