/** Text of feeds as plain text: tags go, entities become what they stand for, spaces and control characters one space. */
import { ENTITIES } from './entities';

/** Control characters, marks that turn the direction of what stands around them, and halves of characters. */
export const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** The same but what breaks lines. */
const UNSEEN_IN_PROSE = /(?![\n\r\t])\p{Cc}|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Places where a word may be broken: they are no part of it. */
const BREAKS = /[\u00ad\u200b\u2060]/g;
/** What is no text of a page; bounded, so that time stays linear. */
const NO_TEXT = /<(script|style)\b[^<>]{0,500}>[^<]{0,2000}<\/\1\s*>|<!--[^<>]{0,500}-->/gi;

/** Windows-1252 where HTML says so: `&#146;` is an apostrophe there (HTML, “numeric character reference end state”). */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** One line, or prose of several, as it may stand beside words of ours: nothing in it turns, breaks or hides those. */
export const seenLine = (text: string): string => text.replace(UNSEEN, ' ');
export const seenProse = (text: string): string => text.replace(UNSEEN_IN_PROSE, ' ');

/** Time is linear in the text. The result may still hold `<`: it is shown as text, never as markup. */
export function plainText(text: string): string {
  return entities(text.replace(NO_TEXT, ' ').replace(/<\/?[a-z][^<>]{0,500}>/gi, ' '))
    .replace(BREAKS, '')
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(String(name).toLowerCase()) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? whole;
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}
