/** Reads a feed of so many records that is made while it is read, and prints bytes and outcomes as JSON. */
import { streamFeed } from '../../../../lib/claims';

const records = Number(process.argv[2]);
let bytes = 0;

async function* feed(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const padding = 'It was looked into for a long time, and here is what was found. '.repeat(11);
  const chunk = (text: string) => {
    const encoded = encoder.encode(text);
    bytes += encoded.length;
    return encoded;
  };
  yield chunk('{"@type": "DataFeed", "dataFeedElement": [');
  for (let n = 0; n < records; n++) {
    const review = {
      '@type': 'ClaimReview',
      url: `https://sky.example/${n}`,
      claimReviewed: `Claim ${n}: the moon is made of cheese.`,
      author: { name: 'Sky Desk' },
      reviewRating: { alternateName: 'False' },
      reviewBody: padding,
    };
    yield chunk(`${n === 0 ? '' : ','}${JSON.stringify({ '@type': 'DataFeedItem', item: [review] })}`);
  }
  yield chunk(']}');
}

const counts = { taken: 0, refused: 0 };
for await (const outcomes of streamFeed(feed())) for (const { kind } of outcomes) counts[kind]++;
process.stdout.write(JSON.stringify({ bytes, ...counts }));
