import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/match/find';
import { compile } from '../../../lib/match/pattern';
import { mayContain } from '../../../lib/match/prefilter';

const may = (way: string, text: string) => mayContain(compile(way, new Map()), read(text));

describe('mayContain', () => {
  it('needs a word of every list that the way requires', () => {
    expect(may('(no|any) .. (pact|treaty)', 'There is no treaty.')).toBe(true);
    expect(may('(no|any) .. (pact|treaty)', 'There is a treaty.')).toBe(false);
  });

  it('needs every country the way binds', () => {
    expect(may('pact ... {IL}', 'The pact with Israel.')).toBe(true);
    expect(may('pact ... {IL}', 'The pact with Japan.')).toBe(false);
  });

  it('asks nothing of what is optional or must be absent', () =>
    expect(may('[formal] pact & !draft', 'The pact.')).toBe(true));
});
