/** How often words stand in ordinary text, roughly: enough to choose the rarer of two things to look for. */

/** Tokens in 100,000. */
const VERY_COMMON = 3_000;
const COMMON = 300;
const ORDINARY = 5;
const YEAR = 0.2;

const veryCommon = new Set('the of to and a in'.split(' '));
const common = new Set(
  'an or on at by for with from as is are was were be been being has have had do does did it its that this these those there he she they we us our you your i me my his her their them not no nor but if so such than then when which who whom what how any all some one two both each other another more most much many will would can could may might must should shall usa up out off over under into about after before between against only ever never just also even very own same get gets got make made say says said tell asked give gives given take taken come go fight war attack attacked state states country countries nation nations'.split(
    ' ',
  ),
);

/** Expected occurrences of any of `words` in 100,000. */
export function commonness(words: Iterable<string>): number {
  let sum = 0;
  for (const word of words) sum += ofWord(word);
  return sum;
}

function ofWord(word: string): number {
  if (veryCommon.has(word)) return VERY_COMMON;
  if (common.has(word) || word.length === 1) return COMMON;
  return word >= '1800' && word < '2100' ? YEAR : ORDINARY;
}

/** Expected occurrences in 100,000 words of a word of one kind right before one of another, given those of each kind. */
export const together = (left: number, right: number): number =>
  // Neighbours are likelier to go together than chance has it: ten times is usual in news.
  Math.min(left, right, (10 * left * right) / 100_000);
