/**
 * The style sheet of each surface as readers get it. A state is drawn in a shadow root with that sheet alone, as the
 * overlay is on a page: so nothing leans on the rules of another surface.
 */

import check from '../../components/check.css?inline';
import print from '../../components/check-print.css?inline';
import controls from '../../components/controls.css?inline';
import find from '../../components/find.css?inline';
import matches from '../../components/matches.css?inline';
import page from '../../components/page.css?inline';
import reading from '../../components/reading.css?inline';
import checkPage from '../../entrypoints/check/check.css?inline';
import overlay from '../../entrypoints/marks/styles';
import layout from '../../entrypoints/options/layout.css?inline';
import library from '../../entrypoints/options/library/library.css?inline';
import options from '../../entrypoints/options/options.css?inline';
import popup from '../../entrypoints/popup/popup.css?inline';
import sidepanel from '../../entrypoints/sidepanel/sidepanel.css?inline';
import welcome from '../../entrypoints/welcome/welcome.css?inline';
import shown from './shown.css?inline';
import type { SurfaceName } from './state';

/** In the order of each page's `main.tsx`. */
const TEXTS: Readonly<Record<SurfaceName, string>> = {
  overlay,
  page,
  popup: page + controls + matches + find + check + popup,
  sidepanel: page + controls + matches + check + find + reading + sidepanel,
  check: page + controls + matches + check + print + checkPage,
  options: page + controls + matches + library + layout + options,
  welcome: page + controls + welcome,
};

const sheets = new Map<SurfaceName, CSSStyleSheet>();

/** One sheet for all states of a surface. */
export function sheetOf(surface: SurfaceName): CSSStyleSheet {
  const known = sheets.get(surface);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TEXTS[surface] + shown);
  sheets.set(surface, sheet);
  return sheet;
}
