/** Puts a popover beside what it belongs to: below if there is room, else above; inside the window in any case. */
const GAP = 6;
const EDGE = 8;

/** Reads the boxes, then writes the place of `box`, which is `position: fixed`. */
export function placeBeside(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = at.bottom + GAP + height <= clientHeight - EDGE || at.top < clientHeight - at.bottom;
  const left = at.left + at.width / 2 - width / 2;
  const top = isBelow ? at.bottom + GAP : at.top - GAP - height;
  box.style.left = `${clamp(left, clientWidth - width - EDGE)}px`;
  box.style.top = `${clamp(top, clientHeight - height - EDGE)}px`;
}

const clamp = (n: number, most: number) => Math.round(Math.max(EDGE, Math.min(n, most)));
