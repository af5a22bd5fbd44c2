import { describe, expect, it } from 'vitest';
import { guessLanguage, languageIn } from '../../../../lib/match/language/guess';
import { languageOf, scriptOf } from '../../../../lib/match/language/tag';
import { RULED, SAID } from './claims';

describe('languageOf', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['spa', 'es'],
    ['fre', 'fr'],
    ['zh-Hant-TW', 'zh'],
    ['cmn', 'zh'],
    ['iw', 'he'],
    ['pt-BR', 'pt'],
    ['nl', 'nl'],
    ['haw', 'haw'],
  ])('reads %s as %s', (tag, language) => expect(languageOf(tag)).toBe(language));

  it.each(['', 'und', 'mul', 'zxx', 'english', 'x-default', '{{lang}}', 'e', 'en us', 'a'.repeat(999)])(
    'reads nothing in “%s”',
    (tag) => expect(languageOf(tag)).toBeUndefined(),
  );

  it('knows what a language is written in', () => {
    expect(['en', 'ar', 'hi', 'ja', 'zh', 'ru'].map(scriptOf)).toEqual(
      'Latn Arab Deva Jpan Hans Cyrl'.split(' '),
    );
    expect(scriptOf('q')).toBeUndefined();
  });
});

describe('guessLanguage', () => {
  it.each(SAID)('tells $language from a sentence or two', ({ language, claim, again, other }) => {
    expect(guessLanguage(`${claim} ${again}`)).toBe(language);
    expect([language, undefined]).toContain(guessLanguage(other));
  });

  it.each([
    'Los Angeles',
    'Le Monde: La La Land in Las Vegas',
    'Bill de Blasio visits Rio de Janeiro',
    'J. de Villiers, G. du Toit, C. van der Linde, M. Claassens',
    '12.5 % … 2,000!',
    '',
  ])('says nothing of “%s”', (text) => expect(guessLanguage(text)).toBeUndefined());

  it('tells languages of one script apart', () => {
    expect(guessLanguage('این شهر استفاده از دوچرخه را روی همه پل‌ها ممنوع کرده است و گفت چنین نیست.')).toBe(
      'fa',
    );
    expect(guessLanguage('شہر نے تمام پلوں پر سکوٹر چلانے پر پابندی لگا دی ہے۔')).toBe('ur');
    expect(guessLanguage('Місто заборонило самокати на всіх мостах.')).toBe('uk');
    expect(guessLanguage('Город запретил самокаты на всех мостах, сообщили жители.')).toBe('ru');
    expect(guessLanguage('शहराने सर्व पुलांवर विजेच्या सायकली चालवण्यास बंदी घातली, असे टिळक म्हणाले, मुळे वेळ.')).toBe(
      'mr',
    );
  });
});

describe('languageIn', () => {
  it('believes a tag where the text does not clearly say otherwise', () => {
    expect(languageIn('Los Angeles', 'es-US')).toBe('es');
    expect(languageIn('Torvenna', 'nl')).toBe('nl');
    expect(languageIn('东洋市政府', 'ja')).toBe('ja');
    expect(languageIn('Градът забрани тротинетките по всички мостове.', 'bg')).toBe('bg');
    expect(languageIn('')).toBeUndefined();
  });

  it.each(RULED)('believes $language text before a wrong tag', ({ language, claim, again }) => {
    for (const tag of ['en', 'de', 'ja', 'ru'])
      if (tag !== language) expect(languageIn(`${claim} ${again}`, tag), tag).toBe(language);
  });

  it('does not take English with foreign names for another language', () => {
    for (const text of [
      'Mayor Bill de Blasio spoke at the Casa de la Cultura in Los Angeles.',
      'The song “Non, je ne regrette rien” was played.',
      'Das Boot, La Strada and Les Enfants du Paradis are films.',
    ])
      expect(languageIn(text, 'en')).toBe('en');
  });

  it('knows that a text is not in the language of its tag, though not which it is in', () => {
    expect(languageIn('Градът забрани тротинетките по всички мостове.', 'en')).toBe('und');
    expect(languageIn('მერიამ აკრძალა სკუტერები ყველა ხიდზე.', 'en')).toBe('und');
  });
});
