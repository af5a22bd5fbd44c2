import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aCheck, aPack } from '../../support/checks';
import { factmark, folder, PATIENCE } from '../../support/cli';

const CLAIM = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
/** So many claims that the gate for badges asks more than the one to be explained does. */
function many(): string {
  const names = ['mayor', 'bridge', 'village', 'harbor', 'school', 'winter', 'market', 'railway', 'river'];
  const name = (n: number) => names[n % names.length];
  const sold = Array.from({ length: 4_000 }, (_, i) => ({
    id: i,
    claim: `The ${name(i)} and the ${name(5 * i + 3)} were sold in ${1000 + i}.`,
  }));
  const closed = 'The dead mayor closed the school, the railway and the market by the river in winter.';
  return [...sold, { id: 'closed', claim: closed }].map((row) => `${JSON.stringify(row)}\n`).join('');
}
const files = folder({
  'moon/pack.json': aPack(),
  'moon/sky/moon-cheese.json': aCheck(),
  'claims.jsonl': `${JSON.stringify({ id: 'bridge', claim: CLAIM, title: 'Was the bridge sold?' })}\n${JSON.stringify({ id: 'cats', claim: 'Cats own the town hall of Karlsberg.' })}\n`,
  'other/claims.jsonl': `${JSON.stringify({ id: 'bridge', claim: 'A goat ate the ballots of Lower Wexford.' })}\n`,
  'many.jsonl': many(),
  'feed.json': {
    '@type': 'DataFeed',
    dataFeedElement: [
      {
        item: {
          '@type': 'ClaimReview',
          claimReviewed: CLAIM,
          author: { name: 'Bridge Desk' },
          reviewRating: { alternateName: 'False' },
        },
      },
      { item: { '@type': 'ClaimReview', claimReviewed: '' } },
    ],
  },
});
const at = (name: string) => join(files, name);
const SAID = 'According to a leaflet, the Karlsberg suspension bridge has been sold to a scrap dealer.';

describe('explain', () => {
  it(
    'says of each sentence what was tried, what it scored and what was missing',
    () => {
      const text = `The moon is made of cheese. ${SAID} Whisk the yolks until pale.`;
      const ran = factmark(['explain', '--pack', at('moon'), '--pack', at('claims.jsonl'), '-k', '2', text]);
      expect([ran.code, ran.err]).toEqual([0, '']);
      const [moon = '', bridge = '', yolks = ''] = ran.out.split('\n\n');
      expect(moon).toMatch(/shown: moon-cheese, score [\d.]+/);
      expect(moon).toContain('found, score');
      expect(bridge).toMatch(/shown: bridge, score [\d.]+/);
      expect(bridge).toContain(`claim: ${CLAIM}`);
      expect(bridge).toMatch(/shared: .*Karlsberg/);
      expect(bridge).toContain('missing: Brandenburg');
      expect(bridge).toMatch(/[+-]\d+\.\d\d {2}told = \d/);
      expect(yolks).toContain('not shown');
      expect(yolks).toContain('no claim shares enough');
    },
    PATIENCE,
  );

  it(
    'says of claims by the file they are in, though another has the same ids',
    () => {
      const [one, two] = [at('claims.jsonl'), at('other/claims.jsonl')];
      const { out } = factmark(['explain', '--pack', one, '--pack', two, SAID]);
      expect(out).toContain(`bare bridge of ${one},`);
      expect(out).toContain(`claim: ${CLAIM}`);
      expect(out).not.toContain('claim: A goat');
    },
    PATIENCE,
  );

  it(
    'says that a claim which scores enough did not pass the gate for badges',
    () => {
      const pack = ['--pack', at('many.jsonl')];
      const { out } = factmark([
        'explain',
        ...pack,
        'The dead mayor shut the school, the railway and the market by the river in winter.',
      ]);
      expect(out).toMatch(
        /^ {2}not shown\n {2}bare closed of .*, [1-9].*\n {4}not shown: .*gate of rare words/m,
      );
      const closed = 'The dead mayor closed the school, the railway and the market by the river in winter.';
      expect(factmark(['explain', ...pack, closed]).out).not.toContain('gate of rare words');
    },
    PATIENCE,
  );

  it(
    'reads standard input and refuses what it does not know',
    () => {
      expect(factmark(['explain', '--pack', at('moon')], 'The moon is made of cheese.').out).toContain(
        'shown: moon-cheese',
      );
      expect(factmark(['explain', '-k', '0', 'x']).code).toBe(2);
      expect(factmark(['explain', '--pack', at('nowhere'), 'x']).code).toBe(1);
    },
    PATIENCE,
  );
});

describe('match with bare claims', () => {
  it.each(['claims.jsonl', 'feed.json'])(
    'finds them in %s beside authored checks, each by its own',
    (file) => {
      const text = `The moon is made of cheese. ${SAID} Nobody objected.`;
      const ran = factmark(
        ['match', '--pack', at('moon'), '--pack', at(file), '--format', 'jsonl'],
        JSON.stringify({ id: 1, text }),
      );
      expect(ran.code).toBe(0);
      const matches = ran.lines()[0].matches as {
        check: string;
        sentence: string;
        start: number;
        end: number;
        phrase: string;
      }[];
      expect(matches.map((m) => m.sentence).sort()).toEqual([SAID, 'The moon is made of cheese.']);
      for (const m of matches) expect(text.slice(m.start, m.end)).toBe(m.phrase);
      if (file === 'feed.json') expect(ran.err).toContain('records left out: 1');
    },
    PATIENCE,
  );

  it(
    'asks for more with --sure strict, and knows no other word',
    () => {
      expect(factmark(['match', '--sure', 'strict'], 'Nothing.').code).toBe(0);
      expect(factmark(['match', '--sure', 'very'], 'Nothing.').code).toBe(2);
    },
    PATIENCE,
  );

  it(
    'streams text of any size, offsets counted from its start',
    () => {
      const filler = `${'Nothing happened on that day in the village. '.repeat(40)}\n\n`.repeat(400);
      const text = `${filler}The moon is made of cheese.\n\n${filler}`;
      const [line] = factmark(['match', '--pack', at('moon')], text).lines();
      expect(line.matches).toHaveLength(1);
      expect(text.slice(line.matches[0].start, line.matches[0].end)).toBe(line.matches[0].phrase);
      expect(line.matches[0].start).toBeGreaterThan(700_000);
    },
    PATIENCE,
  );
});
