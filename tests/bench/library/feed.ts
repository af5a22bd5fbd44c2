/** A ClaimReview feed as a publisher of feeds writes it, of any size, the same each time: claims of the corpus in records. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Corpus, grow, random } from '../claims';

/** Hosts that reviews are at: a few with many, many with few. */
const HOSTS = 400;
/** Verdicts as publishers word them, and the number that goes with them on a scale from 1 to 5. */
const VERDICTS = [
  ['False', 1],
  ['Mostly false', 2],
  ['Misleading', 2],
  ['Half true', 3],
  ['Mixture', 3],
  ['Missing context', 2],
  ['Mostly true', 4],
  ['True', 5],
  ['Unproven', 3],
  ['Pants on Fire', 1],
  ['Altered photo', 1],
  ['Three Pinocchios', 2],
] as const;
const PLACES = [
  'Facebook',
  'X',
  'a chain letter',
  'a leaflet',
  'a television debate',
  'a speech in parliament',
];
/** Characters gathered before they are written. */
const PIECE = 1 << 20;

/** Writes a feed of `count` claims to `path`; answers with its bytes. Ends early with `signal`. */
export async function writeFeed(
  path: string,
  { claims }: Corpus,
  count: number,
  signal: AbortSignal,
): Promise<number> {
  const next = random(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const file = createWriteStream(path, { signal });
  let bytes = 0;
  const write = async (text: string) => {
    bytes += Buffer.byteLength(text);
    if (!file.write(text)) await once(file, 'drain', { signal });
  };
  let piece = '{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[\n';
  for (const [i, { claim, title }] of grow(claims, count).entries()) {
    const host = Math.floor(HOSTS * next() ** 2);
    const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(next() * 5_500))).toISOString();
    const [label, value] = pick(VERDICTS);
    const slug = claim
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60);
    const url = `https://www.desk-${host}.example/${day.slice(0, 7).replace('-', '/')}/${slug}-${i}/`;
    piece += `${i === 0 ? '' : ',\n'}${JSON.stringify({
      '@type': 'DataFeedItem',
      dateModified: day,
      item: [
        {
          '@type': 'ClaimReview',
          author: { '@type': 'Organization', name: `Desk ${host}`, url: `https://www.desk-${host}.example/` },
          claimReviewed: claim,
          datePublished: day.slice(0, 10),
          headline: title,
          inLanguage: 'en',
          itemReviewed: {
            '@type': 'Claim',
            author: { '@type': 'Person', name: `Speaker ${Math.floor(next() * 900)}` },
            name: `Said in ${pick(PLACES)}`,
          },
          reviewRating: {
            '@type': 'Rating',
            alternateName: label,
            bestRating: 5,
            ratingValue: value,
            worstRating: 1,
          },
          sdLicense: 'https://creativecommons.org/licenses/by/4.0/',
          sdPublisher: { '@type': 'Organization', name: 'Bench', url: 'https://bench.example/' },
          url,
        },
      ],
    })}`;
    if (piece.length < PIECE) continue;
    await write(piece);
    piece = '';
  }
  await write(`${piece}\n]}\n`);
  file.end();
  await once(file, 'finish', { signal });
  return bytes;
}
