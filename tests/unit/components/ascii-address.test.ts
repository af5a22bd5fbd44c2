/** Addresses and hosts as readers are shown them: in ASCII, whatever letters somebody wrote them in. */
import { describe, expect, it } from 'vitest';
import { contactOf } from '../../../components/contact';
import { asciiAddress, hostOf } from '../../../components/http';
import { hostIn } from '../../../entrypoints/options/hosts/origins';
import { sayEnded } from '../../../entrypoints/options/library/saying';
import { siteFrom } from '../../../entrypoints/options/sites/typed';
import { hostName } from '../../../lib/claims/claim-review/address';
import { publisherOf } from '../../../lib/store/layers/holdings';
import { aSource } from '../options/sources';

const ADDRESS = 'https://www.аррӏе.example/ü';
const HOST = 'www.xn--80ak6aa92e.example';

describe('a host in letters that look alike', () => {
  it('is shown in ASCII, and the rest of its address as it is', () => {
    expect(asciiAddress(ADDRESS)).toBe(`https://${HOST}/ü`);
    expect(asciiAddress('https://a.example/https://b.example')).toBe('https://a.example/https://b.example');
    expect(asciiAddress('https://news.example@аррӏе.example/')).toBe('https://xn--80ak6aa92e.example/');
    expect(asciiAddress('аррӏе')).toBe('аррӏе');
    expect(hostOf(ADDRESS)).toBe(HOST);
    expect(hostOf('no address')).toBe('');
    expect(hostOf(undefined)).toBe('');
  });

  it('is in ASCII where corrections go, where a source is asked for and where a site is listed', () => {
    expect(contactOf(ADDRESS).text).toBe(`https://${HOST}/ü`);
    expect(hostIn(ADDRESS)).toBe(HOST);
    expect(siteFrom(ADDRESS, false)).toEqual({ entry: HOST });
  });

  it('names a publisher in ASCII, and one publisher however it is written', () => {
    const review = { id: 'r-00000000000000', claim: 'a', verdict: { label: 'b', rating: 'false' as const } };
    const key = (url: string) => publisherOf({ ...review, publisher: 'A', url }).key;
    expect(hostName(ADDRESS)).toBe('xn--80ak6aa92e.example');
    expect(hostName('no address')).toBe('');
    expect(key(ADDRESS)).toBe('xn--80ak6aa92e.example');
    expect(key(`https://${HOST}/other`)).toBe(key(ADDRESS));
  });
});

it('a source with a name in such letters is warned of when it was added', () => {
  const said = (title: string) => sayEnded({ kind: 'added', source: aSource({ title }) });
  expect(said('R\u0435uters')).toContain('Letters of this name can be taken for others');
  expect(said('Reuters')).not.toContain('Letters');
});
