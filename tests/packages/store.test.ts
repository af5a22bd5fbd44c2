/** The stores' forms: nothing left out, nothing too long, in every language; the pictures have words. */
import { describe, expect, it } from 'vitest';
import { form, LISTING, MOST, named, reasons, STORES } from '../../store/listing';
import { builtFor, manifestOf } from './support/zip';

describe.each(STORES)('the form for %s', (store) => {
  const most = MOST[store];
  const manifest = manifestOf(builtFor(store === 'firefox' ? 'firefox' : 'chrome'));

  it('keeps to the lengths that the store takes', () => {
    const languages = Object.entries(named());
    expect(languages.map(([language]) => language).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'he']);
    for (const [language, { name, summary }] of languages) {
      expect(name.length, language).toBeLessThanOrEqual(most.name);
      expect(summary.length, language).toBeLessThanOrEqual(most.summary);
      expect(summary.length, language).toBeGreaterThan(60);
    }
    const description = LISTING.description.join('\n\n');
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(most.description);
  });

  it('gives a reason for each permission of the package, and for no other', () => {
    expect(reasons(store).map(([name]) => name)).toEqual([
      ...manifest.permissions,
      ...manifest.optional_permissions,
      manifest.host_permissions.join(', '),
    ]);
    for (const [name, why] of reasons(store)) expect(form(store)).toContain(`${name}: ${why}`);
  });

  it('has every answer', () => {
    const text = form(store);
    for (const title of [
      'Description',
      'Single purpose',
      'Why each permission',
      'Remote code',
      'Data',
      'For reviewers',
    ])
      expect(text).toMatch(new RegExp(`^## ${title}\\n\\n\\S`, 'm'));
    expect(text).not.toMatch(/undefined|\[object|TODO/);
  });
});

it('says the same of what is collected as the manifest', () => {
  const { required } = manifestOf(builtFor('firefox')).browser_specific_settings.gecko
    .data_collection_permissions;
  expect(required).toEqual(['none']);
  expect(LISTING.data.kinds.length).toBe(9);
  expect(new Set(LISTING.data.kinds.map(([, answer]) => answer))).toEqual(new Set(['not collected']));
});

it('repeats no word for the sake of search', () => {
  const words =
    LISTING.description
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{5,}/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  // A store takes more than five of one word for spam.
  expect([...counts].filter(([, n]) => n > 5)).toEqual([]);
});

it('has a short line above each picture', () => {
  const captions = Object.values(LISTING.pictures);
  expect(captions).toHaveLength(5);
  for (const { title, text } of captions) {
    expect(title.length).toBeLessThanOrEqual(44);
    expect(text.length).toBeLessThanOrEqual(110);
  }
});
