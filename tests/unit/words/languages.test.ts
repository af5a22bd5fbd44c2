/** Every language says all that English says, with the same values and the plural forms it has. */
import { describe, expect, it } from 'vitest';
import { all, countKeys, filesOf, formOf, languages, placeholders } from './support';

/** Languages that are promised. */
const PROMISED = ['en'];

const english = all('en');

/** Keys that are the same in every language: those that are not said with a count. */
const plain = [...english.keys()].filter((key) => formOf(key) === undefined);

it('is there for every language that is promised', () =>
  expect(languages).toEqual(expect.arrayContaining(PROMISED)));

describe.each(languages)('%s', (language) => {
  const texts = all(language);
  const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
  const wanted = [...plain, ...[...countKeys].flatMap((key) => forms.map((form) => `${key}_${form}`))];

  it('has the files of English', () => expect(filesOf(language)).toEqual(filesOf('en')));

  it('has just the keys of English, those with a count in each form it knows', () =>
    expect([...texts.keys()].sort()).toEqual(wanted.sort()));

  it('leaves no text empty', () =>
    expect([...texts].filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]));

  it('takes the values that English takes', () => {
    const others = [...texts].filter(([key, text]) => {
      const counted = formOf(key);
      const meant = placeholders(english.get(counted ? `${counted.base}_other` : key) ?? '');
      // “no sentence”, “one sentence”, “both sentences” may do without the number.
      const may = /^(zero|one|two)$/.test(counted?.form ?? '') ? meant.filter((one) => one !== '$1') : meant;
      const here = placeholders(text);
      return String(here) !== String(meant) && String(here) !== String(may);
    });
    expect(others).toEqual([]);
  });

  it('counts values from $1, without a gap', () => {
    const gaps = [...texts].filter(([key, text]) => {
      if (formOf(key)) return false;
      return placeholders(text).some((one, i) => one !== `$${i + 1}`);
    });
    expect(gaps).toEqual([]);
  });

  it('uses a dollar sign for values only', () =>
    expect([...texts].filter(([, text]) => /\$(?!\d)|\$0|\$\d\d/.test(text))).toEqual([]));

  it('says which language it is, by the name of its folder', () =>
    expect(texts.get('ext_language')).toBe(language));

  it('fits into what stores and browsers show', () => {
    expect([...(texts.get('ext_name') ?? '')].length).toBeLessThanOrEqual(75);
    expect([...(texts.get('ext_description') ?? '')].length).toBeLessThanOrEqual(132);
  });

  it('is a language that dates and numbers know', () =>
    expect(Intl.DateTimeFormat.supportedLocalesOf(language.replace('_', '-'))).toHaveLength(1));
});

describe.runIf(languages.length > 1)('a translation', () => {
  it.each(languages.slice(1))('%s is one: few texts are those of English', (language) => {
    const texts = [...all(language)].filter(([key]) => english.has(key));
    const same = texts.filter(
      ([key, text]) => text === english.get(key) && /\p{L}{3}.*\s.*\p{L}{3}/u.test(text),
    );
    expect(same.length / texts.length).toBeLessThan(0.05);
  });
});
