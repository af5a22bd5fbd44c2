/** A country, or a group of them, by the name that the reader's language has for it. */
import { locale, say } from '../words';
import { placeName } from './places';

/** Groups and states of the past: no standard names them, so our words do. */
const GROUPS = ['XC', 'XD', 'XE', 'XG', 'XN', 'XO', 'XS'] as const;

let names: Intl.DisplayNames | undefined;
let namesIn = '';

/** “the United States”, “Vereinigte Staaten”; a code that nobody has a name for stays as it is. */
export function sayPlace(code: string): string {
  const group = GROUPS.find((known) => known === code);
  if (group) return say(`match_place_${group}`);
  const language = locale();
  // In English a name may want its article, which no table of names has.
  if (language.split('-')[0] === 'en') return placeName(code);
  if (!names || namesIn !== language) {
    names = new Intl.DisplayNames([language], { type: 'region' });
    namesIn = language;
  }
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
