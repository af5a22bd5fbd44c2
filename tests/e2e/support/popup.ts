/** What every test does with the popup: read it, and close it. */
import type { Surface } from './surface';

export const text = (popup: Surface) => popup.text();
export const close = (popup: Surface) => popup.close();
