/** What stands in the built packages: code of the package alone, no address that is not explained, nothing of the workshop. */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PUBLIC_FEED } from '../../entrypoints/options/library/public-feed';
import { BROWSERS, builtFor, codeOf, OTHER_WAYS, ROOT } from './support/zip';

/** Every address that code may hold, and why; patterns are of what stands there to the end of the string. */
const ADDRESSES: readonly (readonly [RegExp | string, string])[] = [
  [
    /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xhtml|1998\/Math\/MathML|XML\/1998\/namespace)$/,
    'names of XML languages',
  ],
  [/^https:\/\/schema\.org$/, 'the name of the vocabulary that a copied ClaimReview is written in'],
  [
    /^https:\/\/doi\.org\//,
    'where every DOI leads: a link that a reader may click, at a source without an address',
  ],
  [PUBLIC_FEED, 'data, not code: the feed that is offered; asked for only once a reader added it'],
  [/^https?:\/\/\*\/\*$/, 'which pages the content script is for'],
  [/^https?:\/\/(\$\{[\w.]+\})?$/, 'the beginning of an address that a reader typed or a source gave'],
];

/** Hosts that scripts are commonly loaded from, and ways to load them. */
const REMOTE =
  /\b(cdn[.-]|unpkg\.|jsdelivr|cdnjs|esm\.sh|skypack|gstatic|googletagmanager|google-analytics|fonts\.googleapis|ajax\.googleapis|rawgit|raw\.githubusercontent|polyfill\.io|cloudflare)/i;

describe.each(BROWSERS)('the code for %s', (browser) => {
  const folder = builtFor(browser);
  const code = codeOf(folder);
  const all = (pattern: RegExp) =>
    code.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));

  it('is there', () => expect(code.length).toBeGreaterThan(15));

  it('holds no address without a reason', () => {
    const addresses = code.flatMap(([file, text]) =>
      // Also sockets, and what takes its scheme from the page (`//host`).
      [...text.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`\\<>()]*|(?<=["'`])\/\/[a-z][^\s"'`\\<>()]*/gi)].map(
        ([address]) => [file, address] as const,
      ),
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(
      addresses.filter(
        ([, address]) =>
          !ADDRESSES.some(([known]) => (typeof known === 'string' ? known === address : known.test(address))),
      ),
    ).toEqual([]);
  });

  it('names no host of scripts', () => {
    expect(code.filter(([, text]) => REMOTE.test(text)).map(([file]) => file)).toEqual([]);
    expect(all(/.{0,30}googleapis.{0,60}/g).filter((line) => !line.includes(PUBLIC_FEED))).toEqual([]);
  });

  it('makes no code of text', () => {
    expect(all(/\beval\b|\bFunction\b|\bimportScripts\b|\bset(Timeout|Interval)\s*\(\s*["'`]/g)).toEqual([]);
    expect(all(/\bdocument\.write|\binsertAdjacentHTML\b|\bouterHTML\s*=[^=]|\bsrcdoc\b/g)).toEqual([]);
  });

  it('imports by name, and from the package', () => {
    expect(all(/\bimport\s*\((?!\s*["'`]\.?\/[\w./-]+\.js["'`]\s*\))[^)]*/g)).toEqual([]);
  });

  // `fetch` is held by the policy and by `door.ts`; no policy of a browser holds all of these.
  it('has no way to a host but fetch', () => {
    expect(all(OTHER_WAYS)).toEqual([]);
  });

  it('takes every script, style and picture of a page from the package', () => {
    const pages = code.filter(([file]) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(5);
    for (const [file, text] of pages) {
      for (const [, address] of text.matchAll(/\b(?:src|href)="([^"]*)"/g))
        expect(address, file).toMatch(/^\/[^/]/);
      expect(text, file).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=/);
    }
  });

  it('is without source maps, comments of the workshop, and hooks for tests', () => {
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.map')),
    ).toEqual([]);
    expect(
      all(/sourceMappingURL|import\.meta\.hot|__vite__|\bvitest\b|__TEST__|data-testid|\bdebugger\b/g),
    ).toEqual([]);
  });

  it('says nothing of the machine it was built on', () => {
    const places = [ROOT, homedir(), resolve(ROOT, 'node_modules')].filter(
      (place) => place.length > 1 && place !== '/root',
    );
    for (const [file, text] of codeOf(folder, /\.(js|html|css|json|txt|svg)$/))
      for (const place of places) expect(text.includes(place), `${file} names ${place}`).toBe(false);
    expect(all(/file:\/\/\/[^*\s"'`]+|\/node_modules\//g)).toEqual([]);
  });

  // They run in pages: whatever a page says could only leave through one of these.
  it.each(['content-scripts/content.js', 'marks.js'])('%s can ask no host for anything', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(
      text.match(
        /\bfetch\b|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|RTCPeerConnection|new Image\b|\bnew Worker\b|\bimport\s*\(/g,
      ) ?? [],
    ).toEqual([]);
  });
});

it('no component sets markup', () => {
  const sources = ['components', 'entrypoints', 'lib'].flatMap((room) =>
    codeOf(resolve(ROOT, room), /\.tsx?$/),
  );
  expect(sources.length).toBeGreaterThan(200);
  expect(
    sources.filter(([, text]) => /dangerouslySetInnerHTML|\.innerHTML\s*=/.test(text)).map(([f]) => f),
  ).toEqual([]);
});
