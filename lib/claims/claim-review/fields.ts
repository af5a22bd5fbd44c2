/**
 * Fields of schema.org as publishers write them: one or many, a string or an object around it (JSON-LD value objects,
 * https://www.w3.org/TR/json-ld11/#value-objects), a number for a string, markup in text.
 */
import type { Change, Note } from '../feed/outcome';
import { plainText, UNSEEN } from '../text';
import { isRow, type Row } from './type';

/** Notes what was changed in one record. */
export class Notes {
  readonly all: Note[] = [];

  add(code: Change, pointer: string, message: string): void {
    if (!this.all.some((n) => n.code === code && n.pointer === pointer))
      this.all.push({ code, pointer, message });
  }
}

/** One or many, as many; none for what is missing. Lists in lists are one. */
export const many = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.flat(4) : [value];

/** The objects of one or many. */
export const rows = (value: unknown): readonly Row[] => many(value).filter(isRow);

/** The first object of one or many; an empty one if there is none. */
export const row = (value: unknown): Row => rows(value)[0] ?? {};

/** What a scalar says: the inside of a value object, a number as it is written. */
function scalar(value: unknown): string | undefined {
  const inside = isRow(value) && '@value' in value ? value['@value'] : value;
  if (typeof inside === 'string') return inside;
  return typeof inside === 'number' && Number.isFinite(inside) ? String(inside) : undefined;
}

/** The first of one or many that says something, as it is written, without spaces around it; '' if there is none. */
export function written(value: unknown): string {
  for (const item of many(value)) {
    const said = scalar(item)?.trim();
    if (said) return said;
  }
  return '';
}

/**
 * Text of a field as plain text of at most `longest` characters, with “…” where it was cut; of several the first that
 * says something. '' if there is none.
 */
export function text(value: unknown, longest: number, pointer: string, notes: Notes): string {
  const all = many(value);
  for (const item of all) {
    const whole = scalar(item);
    if (whole === undefined) continue;
    // Tags and entities go, so more is looked at than is kept; a tag that this cuts in two would stay as text.
    const isLong = whole.length > 4 * longest;
    const looked = isLong ? whole.slice(0, 4 * longest).replace(/<\/?[a-z][^<>]{0,500}$/i, '') : whole;
    const plain = plainText(looked);
    if (plain === '') continue;
    const said = shortened(plain, longest, isLong);
    if (said === '') continue;
    noteText(looked, plain !== said || isLong, all, pointer, notes);
    return said;
  }
  return '';
}

function noteText(
  looked: string,
  isCut: boolean,
  all: readonly unknown[],
  pointer: string,
  notes: Notes,
): void {
  if (isCut) notes.add('cut', pointer, 'is too long; its beginning was kept');
  if (/<[a-z!/]|&#?\w{2,8};/i.test(looked))
    notes.add('markup', pointer, 'holds HTML; its plain text was kept');
  UNSEEN.lastIndex = 0;
  if (/[^\n\r\t]/.test(looked.match(UNSEEN)?.join('') ?? ''))
    notes.add('hidden-characters', pointer, 'holds control characters; they were left out');
  if (looked.includes('\ufffd'))
    notes.add(
      'lost-characters',
      pointer,
      'holds “\ufffd” for characters that were lost, such as bytes that are not UTF-8',
    );
  if (all.filter((item) => scalar(item)?.trim()).length > 1)
    notes.add('first-of-many', pointer, 'holds several texts; the first was kept');
}

/**
 * `text` in at most `longest` characters. If that is less, or `more` followed it, it ends with a word and “…”, so that
 * nobody takes the beginning of a verdict for all of it. A word of half the length is cut, but never a character.
 */
function shortened(text: string, longest: number, more: boolean): string {
  if (text.length <= longest && !more) return text;
  const space = text.slice(0, longest).lastIndexOf(' ');
  const end = 2 * space > Math.min(longest, text.length) ? space : longest - 1;
  const kept = text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}
