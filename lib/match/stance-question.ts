/** Does a sentence ask, and by which words? */
import { ASKING, AUXILIARIES, WH } from './stance-words';
import type { Word } from './words';

/** Words that decided, as offsets (UTF-16 code units) into the text they were read from. */
export type Cue = { readonly start: number; readonly end: number };

/** "Whether we like it or not" asks nothing. */
function isIndifferent(words: readonly Word[], i: number): boolean {
  if (words.slice(Math.max(0, i - 4), i).some((w) => ASKING.has(w.word))) return false;
  return words.slice(i, i + 10).some((w, k, near) => w.word === 'or' && near[k + 1]?.word === 'not');
}

/** The words by which sentence `text` asks; undefined if it does not. */
export function questionCue(text: string, words: readonly Word[]): Cue | undefined {
  const mark = text.search(/\?["'\u201d\u2019)\]]*(\s|$)/);
  if (mark >= 0) return { start: mark, end: mark + 1 };
  const asked = words.findIndex(
    (w, i) =>
      (w.word === 'whether' && !isIndifferent(words, i)) ||
      ((w.word === 'if' || WH.has(w.word)) &&
        words.slice(Math.max(0, i - 4), i).some((x) => ASKING.has(x.word))),
  );
  if (asked >= 0) return words[asked];
  const either = words.findIndex(
    (w, i) => /^(yes no|true false)$/.test(`${w.word} ${words[i + 2]?.word}`) && words[i + 1]?.word === 'or',
  );
  if (either >= 0)
    return {
      start: (words[either] as Word).start,
      end: (words[either + 2] as Word).end,
    };
  // Headlines and posts often drop the question mark: "Does the US have …", "Which countries does …".
  const first = words[0];
  if (!first) return undefined;
  // "Why the US has never signed one" tells; "Why has the US …" asks. "Which countries does …" may have its noun first.
  const wide = /^(which|what|whose)$/.test(first.word) || /^(many|much|long)$/.test(words[1]?.word ?? '');
  const asks = WH.has(first.word)
    ? words.slice(1, wide ? 5 : 2).some((w) => AUXILIARIES.has(w.word))
    : AUXILIARIES.has(first.word);
  return asks && !/[.!]["'\u201d\u2019)\]]*$/.test(text) ? first : undefined;
}
