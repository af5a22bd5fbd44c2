/**
 * The texts that word vectors are learnt from: claims, titles, subtitles and posts of ../shared/data, each
 * once.
 */
import { join } from 'node:path';
import { rowsOf, textsOf } from '../../../lib/cli/collection';
import { readPost } from '../../../lib/match/score/post';

/** In a fixed order. */
export async function trainingTexts(data: string): Promise<string[]> {
  const texts = new Set<string>();
  const add = (value: unknown) => {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text.length >= SHORTEST) texts.add(text);
  };
  for await (const { row } of rowsOf(join(data, 'checkthat2022/claims.jsonl')))
    for (const field of ['claim', 'title', 'subtitle']) add(row[field]);
  for await (const { text } of textsOf(join(data, 'checkthat2022/train/queries.jsonl')))
    add(readPost(text).body);
  return [...texts];
}

const SHORTEST = 3;
