/** What the background answered about texts a moment ago: pages render the same text again and again. */
import type { FoundMatch } from '../../lib/messages/calls';

/** Texts remembered; about 60 bytes each. */
const MOST = 2_000;

/** `around` is a digest of the text itself and of what stood around it, as both are part of the question. */
export interface Found {
  readonly words: number;
  readonly around: number;
  readonly matches: readonly FoundMatch[];
}

/** Remembers by digest of the text's tokens: the number of its words if it holds nothing, else what was found in it. */
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

/** 53 bits of a text's tokens, which take a tenth of the time its characters would. */
export function digestOfTokens(hashes: Int32Array): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    a = Math.imul(a ^ hash, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ hash, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (b >>> 0) * 0x200000 + ((a ^ hashes.length) & 0x1fffff);
}
