/** Addresses readers type, and which hosts the browser can have back. */
import { describe, expect, it } from 'vitest';
import {
  addressFrom,
  freedBy,
  hostIn,
  hostsLeftBy,
  originOf,
} from '../../../entrypoints/options/hosts/origins';

describe('what a reader types', () => {
  it.each([
    ['https://checks.example/pack.json', 'https://checks.example/pack.json'],
    ['  checks.example/feed.json ', 'https://checks.example/feed.json'],
    ['checks.example:8443/feed.json', 'https://checks.example:8443/feed.json'],
    ['http://127.0.0.1:8080/pack.json#top', 'http://127.0.0.1:8080/pack.json'],
    ['localhost:3000/feed', 'https://localhost:3000/feed'],
    ['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
  ])('%s is the address %s', (typed, address) => expect(addressFrom(typed)).toBe(address));

  it.each([
    '',
    'checks',
    'two words.example',
    'ftp://checks.example/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,[]',
    'https://',
    'https://name:secret@checks.example/x',
    `https://checks.example/${'x'.repeat(3_000)}`,
  ])('“%s” is no address', (typed) => expect(addressFrom(typed)).toBeUndefined());
});

it('a host is asked for without its port, and shown with it', () => {
  expect(originOf('http://127.0.0.1:8080/pack.json')).toBe('http://127.0.0.1/*');
  expect(hostIn('http://127.0.0.1:8080/pack.json')).toBe('127.0.0.1:8080');
});

describe('hosts that nobody asks any more', () => {
  const one = { id: 'a', address: 'https://one.example:8443/pack.json' };

  it('are those of no other source', () => {
    expect(hostsLeftBy('a', [one, { id: 'b', address: 'https://two.example/' }, { id: 'c' }])).toEqual([
      'one.example:8443',
    ]);
    expect(hostsLeftBy('c', [one, { id: 'c' }])).toEqual([]);
  });

  it.each(['http://one.example/feed.json', 'https://one.example/feed.json'])(
    'are none beside %s',
    (address) => expect(hostsLeftBy('a', [one, { id: 'b', address }])).toEqual([]),
  );
});

describe('hosts that are given back', () => {
  const sources = [
    { id: 'a', address: 'https://one.example/pack.json' },
    { id: 'b', address: 'https://one.example/feed.json' },
    { id: 'c', address: 'https://two.example/feed.json' },
    { id: 'd' },
  ];

  it('are those that no other source needs', () => {
    expect(freedBy('c', sources)).toEqual(['https://two.example/*']);
    expect(freedBy('a', sources)).toEqual([]);
    expect(freedBy('a', sources.slice(0, 1))).toEqual(['https://one.example/*']);
  });

  it('are none for a source from a file, or one that is not there', () => {
    expect(freedBy('d', sources)).toEqual([]);
    expect(freedBy('e', sources)).toEqual([]);
  });

  it('tell http from https', () =>
    expect(freedBy('a', [...sources.slice(0, 1), { id: 'f', address: 'http://one.example/' }])).toEqual([
      'https://one.example/*',
    ]));
});
