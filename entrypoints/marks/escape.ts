/** Escape is for what of ours is open: no page hears it, and no dialog under it closes. */

/**
 * Sends an Escape on to the element of ours with the focus, by an event that ends at our root; what it does there is
 * the business of menu, card or notice.
 */
export function takeEscape(event: KeyboardEvent, focused: Element): void {
  end(event);
  focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/** Nobody else hears of `event`. */
export function end(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
