import { describe, expect, it } from 'vitest';
import { readTerms } from '../../../../lib/match/segment/terms';

const terms = (text: string) => readTerms(text).terms.map((t) => t.hash);

describe('English written in more than one way', () => {
  it.each([
    ['the United States', 'U.S.'],
    ['the United Kingdom', 'the UK'],
    ['the European Union', 'EU'],
    ['twenty per cent', '20%'],
    ['20 percent', '20 %'],
    ['10km', '10 kilometres'],
    ['10 km', '10 kilometers'],
    ['5mg', '5 milligrams'],
    ['colour', 'color'],
    ['neighbouring', 'neighboring'],
    ['organisations', 'organizations'],
    ['analysed', 'analyzed'],
    ['theatres', 'theaters'],
    ['dialogue', 'dialog'],
    ['paediatric', 'pediatric'],
    ['anaemia', 'anemia'],
    ['oestrogen', 'estrogen'],
    ['foetus', 'fetus'],
    ['defence', 'defense'],
    ['aluminium', 'aluminum'],
    ['co\u00adoperate', 'cooperate'],
  ])('%s is %s', (a, b) => {
    expect(terms(a)).not.toEqual([]);
    expect(terms(a)).toEqual(terms(b));
  });

  it.each([
    ['raising', 'raise'],
    ['advised', 'advises'],
    ['hours', 'hour'],
    ['exercising', 'exercises'],
    ['stores', 'store'],
    ['precisely', 'precise'],
    ['neighbourhoods', 'neighborhood'],
    ['organisational', 'organizational'],
    ['television', 'televise'],
    ['favourably', 'favorable'],
    ['humourless', 'humorless'],
  ])('%s stays with %s', (a, b) => expect(terms(a)).toEqual(terms(b)));

  it('keeps offsets into the text', () => {
    const text = 'In the United States 10km of track cost 20 per cent more.';
    expect(readTerms(text).terms.map((t) => text.slice(t.start, t.end))).toEqual([
      'United States',
      '10',
      'km',
      'track',
      'cost',
      '20',
      'per cent',
    ]);
  });

  it('takes letters that are a scale for no unit', () => expect(terms('5m')).toEqual(terms('five million')));
});
