import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/match/find';
import { echoesParties, presence, strangers } from '../../../lib/match/parties';
import { compile } from '../../../lib/match/pattern';
import { search } from '../../../lib/match/search';

const PARTIES = ['US', 'IL'];

/** How the parties are present in the last of `texts`, given those before it. */
const how = (way: string, ...texts: string[]) => {
  const sentence = read(texts.at(-1) as string);
  const found = search(compile(way, new Map()), sentence, PARTIES);
  if (!found) throw new Error('the way is not in the sentence');
  const before = texts.slice(0, -1).map(read).reverse();
  return presence(PARTIES, sentence, found, { before, headline: undefined })?.map((p) => p.how);
};

describe('presence', () => {
  it('names, speaks as “we”, and carries', () => {
    expect(how('pact', 'The US has a pact with Israel.')).toEqual(['named', 'named']);
    expect(how('pact', 'We have a pact with Israel.')).toEqual(['we', 'named']);
    expect(how('pact', 'America and Israel met.', 'The pact binds them.')).toEqual(['carried', 'carried']);
    expect(how('pact', 'The pact binds them.')).toBeUndefined();
  });

  it('rejects a stranger inside the words that bind the parties', () => {
    const way = 'pact ... {IL} ... {US}';
    expect(how(way, 'The pact between Egypt and Jordan drew in Israel and America.')).toBeUndefined();
    expect(how(way, 'The pact ties Israel to America, Paris noted.')).toEqual(['named', 'named']);
  });

  it('rejects a sentence that a stranger or an adversary opens', () => {
    expect(how('{IL} ... {US}', 'Germany bought from Israel what America made.')).toBeUndefined();
    expect(how('pact', 'Hizbullah said no pact obliged it to fight Israel or America.')).toBeUndefined();
    expect(how('pact', 'If Iran strikes, the pact binds America to Israel.')).toEqual(['named', 'named']);
  });

  it('does not carry a party past another country', () => {
    expect(how('pact', 'America and Israel met.', 'Japan watched.', 'The pact binds them.')).toBeUndefined();
  });
});

describe('strangers', () => {
  it('lets a country stand there to compare', () => {
    expect(strangers(PARTIES, read('Unlike Japan, Israel has no pact with America.'))).toEqual([]);
    expect(strangers(PARTIES, read('Japan and Israel signed it.')).map((m) => m.code)).toEqual(['JP']);
  });
});

describe('echoesParties', () => {
  const echoes = (...texts: string[]) =>
    echoesParties(PARTIES, read(texts.at(-1) as string), {
      before: texts.slice(0, -1).map(read).reverse(),
      headline: undefined,
    });

  it('needs both parties before it, and nobody else', () => {
    expect(echoes('America and Israel are close.', 'No such pact exists.')).toBe(true);
    expect(echoes('Riyadh and Islamabad are close.', 'No such pact exists.')).toBe(false);
  });

  it('may name a party itself after others who have one', () => {
    expect(echoes('A treaty with America is rare.', 'Japan has one.', 'Israel does not.')).toBe(true);
  });
});
