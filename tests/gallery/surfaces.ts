/**
 * The style sheet of each surface as readers get it. A state is drawn in a shadow root with that sheet alone, as the
 * overlay is on a page: so nothing leans on the rules of another surface.
 */

import page from '../../components/page.css?inline';
import check from '../../entrypoints/check/check.css?inline';
import overlay from '../../entrypoints/marks/styles';
import options from '../../entrypoints/options/options.css?inline';
import popup from '../../entrypoints/popup/popup.css?inline';
import sidepanel from '../../entrypoints/sidepanel/sidepanel.css?inline';
import welcome from '../../entrypoints/welcome/welcome.css?inline';
import shown from './shown.css?inline';
import type { SurfaceName } from './state';

const TEXTS: Readonly<Record<SurfaceName, string>> = {
  overlay,
  page,
  popup,
  sidepanel,
  check,
  options,
  welcome,
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
