/** Pages whose publisher does not want them read, and pages that are one big editor. */
import { attribute, doc } from '../dom/safe';

/** Attributes by which a page may opt out later; a reader of the page listens for them beside `SKIP_ATTRIBUTES`. */
export const OPT_OUT_ATTRIBUTES = ['name', 'content'];

/**
 * Is this document not to be read at all: it holds `<meta name="factmark" content="off">`, or it is an editor
 * (`designMode`)? Each frame speaks for itself. Cheap enough to ask before each reading.
 */
export function isOptedOut(): boolean {
  return doc.designMode === 'on' || [...doc.getElementsByTagName('meta')].some(saysOff);
}

const saysOff = (meta: Element): boolean =>
  attribute(meta, 'name')?.trim().toLowerCase() === 'factmark' &&
  attribute(meta, 'content')?.trim().toLowerCase() === 'off';
