/** Which checks are shown as related to one. */
import { describe, expect, it } from 'vitest';
import { relatedTo } from '../../../entrypoints/background/related';
import { aboutWords, nearest as nearestWords } from '../../../lib/match/related';
import { parsedCheck } from '../../support/library';

const about = (id: string, question: string, change: Record<string, unknown> = {}) =>
  parsedCheck(id, { question, claims: [{ id: 'c', text: question, says: ['x'] }], followUps: [], ...change });

const nearest = (own: string, all: readonly string[], most: number) =>
  nearestWords(aboutWords(own), all.map(aboutWords), most);

const bridge = about('bridge', 'Was the Karlsberg bridge sold to a scrap dealer?');

describe('related checks', () => {
  it('are those nearest by what they are about, best first, at most five, and never the check itself', () => {
    const near = about('near', 'Was the Karlsberg bridge sold to a museum?');
    const far = about('far', 'Who painted the Karlsberg town hall?');
    const others = Array.from({ length: 7 }, (_, n) => about(`n-${n}`, `Is bridge number ${n} closed?`));
    const related = relatedTo(bridge, [bridge, far, ...others, near]);
    expect(related).toHaveLength(5);
    expect(related[0]).toBe('near');
    expect(related).not.toContain('bridge');
  });

  it('are on the same topic and in the same language', () => {
    const question = 'Was the Karlsberg bridge sold?';
    expect(
      relatedTo(bridge, [
        about('other-topic', question, { topic: 'elsewhere' }),
        about('in-german', question, { language: 'de' }),
        about('here', question),
      ]),
    ).toEqual(['here']);
  });

  it('leave out what the check names itself', () => {
    const asking = { ...bridge, followUps: [{ question: 'And the tower?', check: 'tower' }] };
    const tower = about('tower', 'Was the Karlsberg tower sold?');
    const gate = about('gate', 'Was the Karlsberg gate sold?');
    expect(relatedTo(asking, [tower, gate])).toEqual(['gate']);
  });
});

describe('near texts', () => {
  it('share a word', () =>
    expect(nearest('a bridge', ['the ferry runs', 'no bridge at all'], 3)).toEqual([1]));
  it('count a rare word for more than one that many have', () =>
    expect(nearest('steel bridge', ['a bridge here', 'a bridge there', 'steel', 'one bridge'], 1)).toEqual([
      2,
    ]));
  it('share word forms', () => expect(nearest('bridges', ['a bridge', 'a ferry'], 2)).toEqual([0]));
  it('keep their order where they are equally near', () =>
    expect(nearest('bridge', ['bridge', 'bridge'], 2)).toEqual([0, 1]));
  it('are none of none', () => expect(nearest('', ['', 'x'], 2)).toEqual([]));
});
