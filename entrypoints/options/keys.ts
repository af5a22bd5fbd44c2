/** The browser's keys for Factmark, in the order in which a reader meets them: browsers have them by the alphabet. */
import { browser } from '../../lib/browser';

const ORDER = [
  '_execute_action',
  'open-panel',
  '_execute_sidebar_action',
  'next-badge',
  'previous-badge',
  'pause',
];
const place = (name = '') => ORDER.indexOf(name);

/** None on a phone. */
export const keys = async () =>
  ((await browser.commands?.getAll()) ?? []).sort((a, b) => place(a.name) - place(b.name));
