/** When the panel speaks: once for each page, when it was read; of later changes only to a reader who is in the panel. */

/** A page is read when its count has stood still for so long, milliseconds. */
const SETTLED = 1_000;

export interface Announcer {
  /** What there is to say of a page now; undefined while no page is read. */
  readonly see: (page: string | undefined, text: string) => void;
  readonly end: () => void;
}

/** `show` puts a text into the live region; `hasFocus`: is the reader in the panel? */
export function announcer(show: (text: string) => void, hasFocus: () => boolean): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | undefined;
  return {
    see: (page, text) => {
      clearTimeout(timer);
      if (page !== told) {
        told = undefined;
        // Or the same words about the next page would be no change, and not be heard.
        show('');
      }
      if (page === undefined) return;
      timer = setTimeout(() => {
        if (told === page && !hasFocus()) return;
        told = page;
        show(text);
      }, SETTLED);
    },
    end: () => clearTimeout(timer),
  };
}
