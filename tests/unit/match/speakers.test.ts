import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/match/find';
import { aside } from '../../../lib/match/speakers';

const codes = (text: string) => {
  const { speakers, audience } = aside(read(text));
  return { speakers: speakers.map((m) => m.code), audience: audience.map((m) => m.code) };
};

describe('aside', () => {
  it('knows who says it', () =>
    expect(codes('The accords are no alliance, US and Israeli officials said.').speakers).toEqual([
      'US',
      'IL',
    ]));

  it('knows who is told', () =>
    expect(codes('Lebanon will not sign, its president told the Americans.').audience).toEqual(['US']));

  it('does not take the topic for a speaker', () =>
    expect(codes('There is no pact, an envoy said of Israel.').speakers).toEqual([]));

  it('finds nobody where nothing is said', () =>
    expect(codes('Unlike NATO members, Israel has no claim on American troops.').speakers).toEqual([]));
});
