/** Escape is for what of ours is open: no page hears it, and no dialog under it closes. */

/**
 * Sends an Escape on to the element of ours with the focus, by an event that ends at our root; what it does there is
 * the business of menu, card or notice.
 */
export function takeEscape(event: KeyboardEvent, focused: Element): void {
  end(event);
  // No `KeyboardEvent`: in Firefox such a one leaves our root whatever it is told, and would come back here for ever.
  const pressed = new Event('keydown', { bubbles: true, cancelable: true });
  focused.dispatchEvent(Object.assign(pressed, { key: 'Escape' }));
}

/** Nobody else hears of `event`. */
export function end(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
