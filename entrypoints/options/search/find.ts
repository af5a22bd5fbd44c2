/** Finding words in a text as a reader means them: without regard to case and accents, every word of the search somewhere. */

export interface Folded {
  readonly text: string;
  /** For each character of `text`, where it comes from in the original; one more for the end. */
  readonly from: readonly number[];
}

/** Small letters without accents, white space as one space. */
export function folded(original: string): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = /\s/u.test(character)
      ? ' '
      : character
          .normalize('NFKD')
          .replace(/\p{Mn}/gu, '')
          .toLowerCase();
    if (plain !== ' ' || !text.endsWith(' '))
      for (let i = 0; i < plain.length; i++) {
        text += plain.charAt(i);
        from.push(at);
      }
    at += character.length;
  }
  return { text, from: [...from, at] };
}

/** The words of what was typed. */
export const wordsOf = (typed: string): readonly string[] => [
  ...new Set(
    folded(typed)
      .text.split(' ')
      .filter((word) => word !== ''),
  ),
];

/** Are all `words` in `text`? No words are in no text. */
export const holdsAll = (text: string, words: readonly string[]): boolean => {
  const { text: plain } = folded(text);
  return words.length > 0 && words.every((word) => plain.includes(word));
};

/** Where `words` stand in `text`: [start, end) in UTF-16, in order, none over another. */
export function placesOf(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const { text: plain, from } = folded(text);
  const places: [number, number][] = [];
  for (const word of words)
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
      places.push([from[at] ?? 0, from[at + word.length] ?? text.length]);
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: [number, number][] = [];
  for (const place of places) if (place[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(place);
  return apart;
}
