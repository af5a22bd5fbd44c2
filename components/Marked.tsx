/** Text with the words that were looked for marked in it. */

/** [start, end) in UTF-16 units, in order, none touching another. */
export type Marks = readonly (readonly [number, number])[];

export function Marked({ text, marks }: { text: string; marks: Marks }) {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start, end], i) => [
        text.slice(ends[i], start),
        <mark key={start} class="found">
          {text.slice(start, end)}
        </mark>,
      ])}
      {text.slice(ends.at(-1))}
    </>
  );
}
