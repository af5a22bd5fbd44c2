/** Who published a review, and names of people in general. */
import { LONGEST } from '../review';
import { many, type Notes, rows, text } from './fields';
import { isRow, type Row, typesOf } from './type';

/** The names of one or many, strings or objects, joined; as many as fit. */
export function names(value: unknown, pointer: string, notes: Notes): string {
  const said: string[] = [];
  let length = 0;
  for (const item of many(value)) {
    const name = text(isRow(item) && !('@value' in item) ? item.name : item, LONGEST.name, pointer, notes);
    if (name === '' || said.includes(name)) continue;
    if (said.length > 0 && length + name.length + 2 > LONGEST.name) {
      notes.add('cut', pointer, 'names too many; the first were kept');
      break;
    }
    length += name.length + (said.length > 0 ? 2 : 0);
    said.push(name);
  }
  return said.join(', ');
}

/**
 * The publisher: `author`, as the standard has it; but where that is a person who writes for an organisation, readers
 * know the organisation. '' if nobody is named.
 */
export function publisherOf(record: Row, notes: Notes): string {
  const authors = rows(record.author);
  const isPeople = authors.length > 0 && authors.every((author) => typesOf(author).includes('Person'));
  const organisations = rows(record.publisher).filter((p) => !typesOf(p).includes('Person'));
  return (
    (isPeople ? names(organisations, '/publisher', notes) : '') ||
    names(record.author, '/author', notes) ||
    names(record.publisher, '/publisher', notes)
  );
}
