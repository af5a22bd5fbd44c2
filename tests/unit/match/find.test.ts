import { describe, expect, it } from 'vitest';
import { findMatches, THRESHOLD } from '../../../lib/match/find';
import { fold } from '../../../lib/match/fold';
import { starter } from './starter';

const PACT = 'us-israel-mutual-defense-pact';
const find = (text: string, before = '') => findMatches(starter, { text, before });
const checks = (text: string, before = '') => find(text, before).map((m) => m.check);

describe('findMatches', () => {
  it('gives the words, their place, the score, the stance and the reasons', () => {
    const text = 'Listen. The US has a mutual defense pact with Israel.';
    const [match] = find(text);
    expect(match).toMatchObject({ check: PACT, stance: 'asserts', topic: 'alliances' });
    expect(text.slice(match?.start, match?.end)).toBe(match?.phrase);
    expect(text.slice(match?.sentenceStart, match?.sentenceEnd)).toBe(match?.sentence);
    expect(match?.score).toBeGreaterThanOrEqual(THRESHOLD);
    expect(match?.reasons.join()).toContain('names Israel');
  });

  it('finds a denial, a question and an echo', () => {
    expect(find('Israel has no treaty alliance with the United States.')[0]?.stance).toBe('denies');
    expect(find('Is America obliged by treaty to defend Israel?')[0]?.stance).toBe('asks');
    expect(checks('No such treaty exists.', 'Has the US a defense pact with Israel?')).toEqual([PACT]);
  });

  it('leaves out checks that are switched off', () => {
    const text = 'The US has a mutual defense pact with Israel.';
    expect(findMatches(starter, { text }, (check) => check !== PACT).map((m) => m.check)).not.toContain(PACT);
  });

  it.each([
    'Saudi Arabia and Pakistan signed a mutual defense pact while Israel and the US looked on.',
    'The defence pact between Egypt and Syria drew Cairo into a quarrel with Israel that Washington had hoped to calm.',
    'There is a defence pact, he said, aimed at no one, neither India nor Israel nor the United States.',
    'Hizbullah hinted that no pact obliged it to enter the war between Israel, the United States and Iran.',
    'Is there a tax treaty between Israel and the US?',
    'Under the US–Israel treaty each side must hand over suspects wanted for felonies.',
    'Israel has a right to defend itself, the White House said.',
    'Topics in this article: US–Israel relations · mutual defense pact',
    'The twins had a mutual defence pact at school.',
  ])('stays bare: %s', (text) => expect(checks(text)).toEqual([]));

  it('never takes Israel for another partner', () => {
    expect(checks('No, the US is not bound by treaty to defend Israel')).toEqual([PACT]);
    expect(checks('The US is bound by treaty to defend Japan.')).toEqual([
      'us-mutual-defense-treaty-partners',
    ]);
  });
});

describe('the gate', () => {
  it('lets ordinary text stay in the tab', () => {
    expect(starter.mayMatch(fold('Whisk yolks until pale.').hashes)).toBe(false);
    expect(starter.mayMatch(fold('A mutual DEFENCE pact').hashes)).toBe(true);
  });
});
