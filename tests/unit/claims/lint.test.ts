import { describe, expect, it } from 'vitest';
import { type FactCheck, parseCheck } from '../../../lib/claims';
import { lintCheck, lintLibrary } from '../../../lib/claims/lint';
import { aCheck } from '../../support/checks';

function check(change: Record<string, unknown> = {}): FactCheck {
  const parsed = parseCheck(aCheck(change));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
/** Each problem as `pointer what…`, without the advice. */
const faults = (change: Record<string, unknown>) =>
  lintCheck(check(change)).map((p) => `${p.pointer} ${p.message}`);
const sources = aCheck().sources;

describe('lintCheck', () => {
  it('finds nothing in a good check', () => expect(lintCheck(check())).toEqual([]));

  it('finds a citation without its source', () => {
    expect(faults({ bottomLine: 'It is rock [2][4].' })).toEqual([
      expect.stringMatching(/^\/bottomLine cites \[4\], but there are 3 sources/),
    ]);
  });
  it('finds a source nobody cites', () => {
    expect(faults({ sections: [{ title: 'Samples', text: 'Rock. [1]' }] })).toEqual([
      expect.stringMatching(/^\/sources\/2 is never cited/),
    ]);
  });
  it.each(['Rock, all of it.', 'Rock [1] all of it.', 'Rock [0].', 'Rock [100].', 'Rock [x].'])(
    'finds a paragraph without a citation at its end: %s',
    (last) => {
      expect(faults({ summary: `Rock [1].\n\n${last}\n\nRock [2].` })).toEqual([
        expect.stringMatching(/^\/summary a paragraph ends without a citation/),
      ]);
    },
  );
  it.each(['Rock [1]', 'Rock [1].', 'Rock. [1][2]', '“Rock [1].”', '(Rock [1])', 'Is it rock [1]?'])(
    'is content with %s',
    (text) => {
      expect(faults({ summary: text })).toEqual([]);
    },
  );
  it.each(['<b>Rock</b> [1].', 'Rock <img src=x> [1].', 'See [here](https://example.org) [1].'])(
    'finds markup: %s',
    (text) => {
      expect(faults({ sections: [{ title: 'Samples', text: `${text}\n\nRock [3].` }] })).toEqual([
        expect.stringMatching(/^\/sections\/0\/text holds markup/),
      ]);
    },
  );
  it('takes “less than” for no markup', () =>
    expect(faults({ summary: 'Less than a < b and 3<4 [1].' })).toEqual([]));
  it('finds too few sources, and too few primary ones', () => {
    const two = {
      summary: 'Rock [1].',
      sections: [{ title: 'S', text: 'Rock [2].' }],
      bottomLine: 'Rock [1].',
    };
    expect(faults({ ...two, sources: sources.slice(0, 2) })).toEqual(['/sources needs at least 3 sources']);
    expect(
      faults({ sources: sources.map((s, i) => ({ ...s, kind: i === 0 ? 'primary' : 'secondary' })) }),
    ).toEqual(['/sources needs at least 2 primary sources']);
  });
  it('finds a source no reader could find', () => {
    const bare = { title: 'A history', publisher: 'A press', kind: 'secondary' };
    expect(faults({ sources: [sources[0], sources[1], bare] })).toEqual([
      expect.stringMatching(/^\/sources\/2 has neither url nor identifier/),
    ]);
  });
  it('finds a question that asks nothing and an answer that cites', () => {
    expect(faults({ question: 'The moon', answer: 'No [1].' })).toEqual([
      expect.stringMatching(/^\/question is not a question/),
      expect.stringMatching(/^\/answer holds a citation/),
    ]);
  });
});

describe('lintLibrary', () => {
  const problems = (...checks: FactCheck[]) =>
    lintLibrary(checks).map((p) => `${p.check.id} ${p.pointer} ${p.message}`);
  const other = check({ id: 'mars', followUps: [{ question: 'And the moon?', check: 'moon-cheese' }] });

  it('finds nothing where follow-ups lead somewhere', () => expect(problems(check(), other)).toEqual([]));
  it('finds a follow-up that leads nowhere', () => {
    expect(problems(other)).toEqual([
      expect.stringMatching(/^mars \/followUps\/0\/check “moon-cheese” is not in the library/),
    ]);
  });
  it('finds a follow-up to the check itself', () => {
    const self = check({ followUps: [{ question: 'Who?' }, { question: 'Again?', check: 'moon-cheese' }] });
    expect(problems(self)).toEqual([
      expect.stringMatching(/^moon-cheese \/followUps\/1\/check points at the check itself/),
    ]);
  });
  it('finds an id used twice, at the second check', () => {
    const [problem, ...more] = lintLibrary([check(), check({ question: 'Again?' })]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ pointer: '/id', check: { question: 'Again?' } });
    expect(problem?.message).toMatch(/“moon-cheese” is used by another check/);
  });
});
