import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePack } from '../../../lib/claims';
import { aPack } from '../../support/checks';

const wrong = (input: unknown): string[] => {
  const parsed = parsePack(input);
  return parsed.ok ? [] : parsed.problems.map((p) => p.pointer);
};
const publisher = aPack().publisher;

describe('parsePack', () => {
  it('takes the starter’s pack.json', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../public/starter/pack.json'), 'utf8');
    expect(parsePack(JSON.parse(text))).toMatchObject({ ok: true, value: { id: 'starter' } });
  });
  it('reads a pack as written, without sets when there are none', () => {
    expect(parsePack(aPack())).toEqual({ ok: true, value: { ...aPack(), sets: {} } });
  });
  it.each([
    ['/extra', { extra: 1 }],
    ['/format', { format: 2 }],
    ['/id', { id: 'My Pack' }],
    ['/title', { title: 't'.repeat(121) }],
    ['/licence', { licence: '' }],
    ['/topics', { topics: 'sky' }],
    ['/topics/0/id', { topics: [{ id: 'The Sky', title: 't', description: 'd' }] }],
    ['/publisher/disclaimer', { publisher: { name: 'Sky desk', disclaimer: ' ' } }],
    ['/publisher/url', { publisher: { ...publisher, url: 'javascript://example.org/%0aalert(1)' } }],
    ['/publisher/logo', { publisher: { ...publisher, logo: 'x' } }],
    ['/sets/pact', { sets: { pact: [] } }],
    ['/sets/pact/1', { sets: { pact: ['pact', 'w'.repeat(1_201)] } }],
    ['/sets/Not a name', { sets: { 'Not a name': ['x'] } }],
  ])('refuses what is wrong at %s', (pointer, change) => expect(wrong(aPack(change))).toEqual([pointer]));
  it('never throws', () => {
    for (const input of [null, undefined, 'x', 7, [], () => 0])
      expect(parsePack(input)).toMatchObject({ ok: false });
  });
});
