/** What the background answered about texts a moment ago: pages render the same text again and again. */
import type { FoundMatch } from '../../lib/messages/calls';

/** Texts remembered; about 60 bytes each. */
const MOST = 2_000;

/** `around` is a digest of what stood around the text, as that is part of the question. */
export interface Found {
  readonly words: number;
  readonly around: number;
  readonly matches: readonly FoundMatch[];
}

/** Remembers by digest of the text: the number of its words if it holds nothing, else what was found in it. */
export function createAnswers() {
  const answers = new Map<number, number | Found>();
  return {
    get(text: number): number | Found | undefined {
      const answer = answers.get(text);
      if (answer !== undefined) {
        // Used last, forgotten last.
        answers.delete(text);
        answers.set(text, answer);
      }
      return answer;
    },
    set(text: number, answer: number | Found): void {
      answers.delete(text);
      answers.set(text, answer);
      if (answers.size > MOST) answers.delete(answers.keys().next().value as number);
    },
    clear: (): void => answers.clear(),
  };
}

/** 53 bits that tell texts apart; two of a page's own texts are taken for one another once in 10¹⁵ pairs. */
export function digest(...texts: readonly string[]): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ text.length, 0x01000193);
  }
  return (b >>> 0) * 0x200000 + ((a ^ (a >>> 15)) & 0x1fffff);
}
