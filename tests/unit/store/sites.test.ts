import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSiteOff, namesHost, withSite } from '../../../lib/store/sites';

const all = { siteMode: 'all', sitesOff: [] as string[], sitesOnly: [] as string[] } as const;

describe('an entry of a list', () => {
  it.each([
    ['example.org', 'example.org', true],
    ['example.org', 'www.example.org', false],
    ['*.example.org', 'example.org', true],
    ['*.example.org', 'a.b.example.org', true],
    ['*.example.org', 'badexample.org', false],
    ['local files', 'local files', true],
    ['*.org', '', false],
  ])('%s names %s: %s', (entry, host, named) => expect(namesHost(entry, host)).toBe(named));
});

describe('sites', () => {
  it('are off by a list, with wildcards', () => {
    const settings = { ...all, sitesOff: ['example.org', '*.tabloid.example'] };
    const off = ['example.org', 'www.example.org', 'm.tabloid.example', 'tabloid.example', ''].map((host) =>
      isSiteOff(settings, host),
    );
    expect(off).toEqual([true, false, true, true, false]);
  });

  it('are on by a list, where only listed ones are read', () => {
    const settings = {
      siteMode: 'only' as const,
      sitesOff: ['x.news.example'],
      sitesOnly: ['*.news.example'],
    };
    const off = ['news.example', 'a.news.example', 'x.news.example', 'other.example'].map((host) =>
      isSiteOff(settings, host),
    );
    expect(off).toEqual([false, false, true, true]);
  });

  it('follow the switch of a host, whatever the lists are', () => {
    const host = fc.constantFrom('a.example', 'b.a.example', 'c.b.a.example', 'z.example');
    const entry = fc.oneof(
      host,
      host.map((h) => `*.${h}`),
    );
    const settings = fc.record({
      siteMode: fc.constantFrom('all' as const, 'only' as const),
      sitesOff: fc.array(entry, { maxLength: 4 }),
      sitesOnly: fc.array(entry, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(settings, host, fc.boolean(), (before, at, on) => {
        expect(isSiteOff({ ...before, ...withSite(before, at, on) }, at)).toBe(!on);
      }),
    );
  });

  it('says nothing of pages without a host', () => expect(withSite(all, '', false)).toEqual({}));
});
