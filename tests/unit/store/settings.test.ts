import { describe, expect, it, vi } from 'vitest';
import { hostOf } from '../../../lib/messages/serve';
import { DEFAULTS, FOREVER, isPaused, parseSettings, type Settings } from '../../../lib/store/settings';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));

const chosen: Settings = {
  version: 2,
  loudness: 'underline',
  loudnessFor: { false: 'badge', satire: 'list' },
  strictness: 'strict',
  topicsOff: ['sky'],
  languagesOff: ['fr'],
  siteMode: 'only',
  sitesOff: ['example.org', '[::1]', 'local files'],
  sitesOnly: ['*.example.net'],
  tellChanges: false,
  notifyChanges: true,
  pausedUntil: FOREVER,
  dismissed: [{ check: 'moon-cheese', sentence: 'The moon is cheese.' }],
};

describe('parseSettings', () => {
  it('keeps what fits', () => expect(parseSettings(structuredClone(chosen))).toEqual(chosen));

  it.each([undefined, null, 'badge', 7, [], {}])('answers %s with the defaults', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULTS);
  });

  it.each<[keyof Settings, unknown]>([
    ['version', 1],
    ['loudness', 'shout'],
    ['strictness', 'sloppy'],
    ['topicsOff', 'sky'],
    ['topicsOff', ['t'.repeat(221)]],
    ['sitesOff', ['https://example.org/']],
    ['sitesOff', ['*example.org']],
    ['sitesOff', ['a.*.example.org']],
    ['sitesOnly', ['*.']],
    ['siteMode', 'some'],
    ['loudnessFor', { false: 'shout' }],
    ['pausedUntil', '0'],
    ['pausedUntil', -1],
    ['pausedUntil', Number.NaN],
    ['pausedUntil', Number.POSITIVE_INFINITY],
    ['dismissed', [{ check: 'moon-cheese' }]],
    ['dismissed', null],
  ])('replaces a broken %s (case %#) and keeps the rest', (key, value) => {
    expect(parseSettings({ ...chosen, [key]: value })).toEqual({ ...chosen, [key]: DEFAULTS[key] });
  });

  it('keeps all entries of a list that fit, whatever stands among them', () => {
    const stored = {
      ...chosen,
      topicsOff: ['sky', 7, 't'.repeat(221)],
      languagesOff: [null, 'fr'],
      sitesOff: ['news.*', 'https://a.example/', 'example.org', {}],
      sitesOnly: ['*.example.net', '*'],
      dismissed: [{ check: 'c'.repeat(401), sentence: 'A.' }, ...chosen.dismissed, { check: 'b' }],
    };
    expect(parseSettings(stored)).toEqual({ ...chosen, sitesOff: ['example.org'] });
  });

  it('keeps the last of too many', () => {
    const hosts = Array.from({ length: 5_001 }, (_, i) => `h${i}.example`);
    expect(parseSettings({ sitesOff: hosts }).sitesOff).toEqual(hosts.slice(1));
  });

  it.each([
    ['News.Example.ORG', 'news.example.org'],
    ['*.Example.org:8080', '*.example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['[::1]:8080', '[::1]'],
  ])('reads the site %s as %s', (entry, host) => {
    expect(parseSettings({ sitesOff: [entry] }).sitesOff).toEqual([host]);
  });

  it.each(['user@example.org', 'example.org?a', 'exa mple.org', 'a:b:c', '*.*.example'])(
    'takes %s for no site',
    (entry) => expect(parseSettings({ sitesOff: [entry] }).sitesOff).toEqual([]),
  );

  it('drops what it does not know', () => {
    expect(parseSettings({ ...chosen, later: true })).toEqual(chosen);
    expect(parseSettings({ ...chosen, later: true, loudness: 'shout' })).toEqual({
      ...chosen,
      loudness: 'badge',
    });
  });

  it('takes every host that a page can have', () => {
    for (const url of [
      'https://example.org/a',
      'http://[::1]:8080/',
      'file:///a.html',
      'https://bücher.example/',
    ])
      expect(parseSettings({ ...DEFAULTS, sitesOff: [hostOf(url)] }).sitesOff).toEqual([hostOf(url)]);
  });
});

it('is paused until the time, not at it', () => {
  expect([999, 1_000].map((now) => isPaused({ ...DEFAULTS, pausedUntil: 1_000 }, now))).toEqual([
    true,
    false,
  ]);
  expect(isPaused(DEFAULTS, 0)).toBe(false);
  expect(isPaused({ ...DEFAULTS, pausedUntil: FOREVER }, 8_000_000_000_000_000)).toBe(true);
});
