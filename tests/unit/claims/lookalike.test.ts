/** Names in letters that look like others are told; honest names of any script are not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLookalike } from '../../../lib/claims/lookalike';

/** Names as publishers write them, and the language of their checks. */
const HONEST: readonly (readonly [string, string])[] = [
  // Latin, with accents, digits and signs.
  ['Reuters', 'en'],
  ['AFP Factuel', 'fr'],
  ['L’Express – Désintox', 'fr'],
  ['20 Minutes', 'fr'],
  ['France 24', 'fr'],
  ['TF1 Info', 'fr'],
  ['Correctiv', 'de'],
  ['Süddeutsche Zeitung', 'de'],
  ['ARD-faktenfinder', 'de'],
  ['Maldita.es', 'es'],
  ['Chequeado', 'es'],
  ['Canal N.º 1', 'es'],
  ['Aos Fatos', 'pt'],
  ['Público – Prova dos Factos', 'pt'],
  ['Demagog', 'pl'],
  ['Konkret24', 'pl'],
  ['Ověřovna', 'cs'],
  ['Teyit', 'tr'],
  ['Doğruluk Payı', 'tr'],
  ['Källkritikbyrån', 'sv'],
  ['TjekDet', 'da'],
  ['Faktabaari', 'fi'],
  ['Þjóðviljinn', 'is'],
  ['Delfi Melo detektorius', 'lt'],
  ['Re:Baltica', 'lv'],
  ['Báo Tuổi Trẻ', 'vi'],
  ['VnExpress – Kiểm chứng', 'vi'],
  ['PolitiFact®', 'en'],
  ['Snopes™', 'en'],
  ['FactCheck.org', 'en'],
  ['Lead Stories 🔍', 'en'],
  ['Fact Crescendo', 'und'],
  // Cyrillic.
  ['Коммерсантъ', 'ru'],
  ['Проверено.Медиа', 'ru'],
  ['ТАСС', 'ru'],
  ['НТВ', 'ru'],
  ['Оса', 'und'],
  ['Вести24', 'ru'],
  ['РБК News', 'ru'],
  ['АНТ News', 'ru'],
  ['СтопФейк', 'uk'],
  ['ТСН', 'uk'],
  ['Українська правда', 'uk'],
  ['Детектор медіа: по той бік новин', 'uk'],
  ['Об’єктив', 'uk'],
  ['Истиномер', 'sr'],
  ['Раскринкавање', 'sr'],
  ['Factcheck.bg – Фактчек', 'bg'],
  ['Вистиномер', 'mk'],
  ['Наша Ніва', 'be'],
  ['Фактчек Қазақстан', 'kk'],
  ['AFP ФактЧек', 'bg'],
  ['AFP-ФактЧек', 'und'],
  // Greek and Armenian.
  ['Τα Νέα', 'el'],
  ['ΕΡΤ', 'el'],
  ['ΕΡΤ News', 'el'],
  ['ΑΝΤ1', 'el'],
  ['ΣΚΑΪ 100,3', 'el'],
  ['Ελληνικά Hoaxes', 'el'],
  ['Καθημερινή', 'und'],
  ['Փաստերի ստուգում', 'hy'],
  ['CivilNet ՍիվիլՆեթ', 'hy'],
  // Hebrew, Arabic, Persian, Georgian, Amharic.
  ['המשרוקית', 'he'],
  ['שַׁבָּת', 'he'],
  ['N12 חדשות', 'he'],
  ['ה־BBC בעברית', 'he'],
  ['بي بي سي عربي', 'ar'],
  ['فتبينوا', 'ar'],
  ['AFP تدقيق الحقائق', 'ar'],
  ['مُدَقِّق', 'ar'],
  ['می‌خواهم بدانم', 'fa'],
  ['ფაქტ-მეტრი', 'ka'],
  ['ኢትዮጵያ ቼክ', 'am'],
  // South and South-East Asia.
  ['आज तक', 'hi'],
  ['NDTVइंडिया', 'hi'],
  ['বুম বাংলাদেশ', 'bn'],
  ['யூடர்ன்', 'ta'],
  ['తెలుగు పోస్ట్', 'te'],
  ['ไทยPBS', 'th'],
  ['ชัวร์ก่อนแชร์', 'th'],
  ['ວຽງຈັນ', 'lo'],
  ['ស្ត្រី', 'km'],
  ['မြန်မာ', 'my'],
  ['བོད་ཀྱི་བསྒྲུབས', 'bo'],
  // East Asia.
  ['日本ファクトチェックセンター', 'ja'],
  ['ファクトチェック・イニシアティブ', 'ja'],
  ['日テレNEWS', 'ja'],
  ['ＮＨＫニュース', 'und'],
  ['ＮＨＫ', 'ja'],
  ['SBS뉴스', 'ko'],
  ['뉴스톱', 'ko'],
  ['JTBC 팩트체크', 'ko'],
  ['台灣事實查核中心', 'zh-TW'],
  ['有据', 'zh'],
  ['HKBU事實查核', 'zh-HK'],
  ['ㄅㄆㄇ新聞TV', 'zh-TW'],
  // Signs.
  ['1️⃣ First ❤️‍🔥', 'en'],
  ['№ 1', 'ru'],
  ['µTorrent', 'en'],
  ['24', 'und'],
  ['', 'und'],
];

const FORGED: readonly (readonly [string, string, string])[] = [
  ['a Cyrillic letter in a Latin word', 'R\u0435uters', 'en'],
  ['the same, whatever language it gives', 'R\u0435uters', 'ru'],
  ['a Greek letter', 'Sn\u03bfpes', 'en'],
  ['an Armenian letter', 'Cha\u0578nel', 'en'],
  ['a Cherokee letter', '\u13ACuronews', 'en'],
  ['a Coptic letter', 'Fa\u2ca5tcheck', 'en'],
  ['a Lisu letter', '\ua4d0BC', 'en'],
  ['a Canadian letter', '\u15f7BC', 'en'],
  ['a Burmese letter', 'Yah\u101d\u101d', 'en'],
  ['Latin in a Cyrillic word', 'Комм\u0065рсантъ', 'ru'],
  ['Greek in a Cyrillic word', 'Правд\u03b1', 'ru'],
  ['Cyrillic and Latin parted by what is not seen', 'R\u200c\u0435\u200cuters', 'en'],
  ['a word of Cyrillic letters beside a Latin one', '\u0410\u0455\u0455 News', 'und'],
  ['capitals beside a Latin word', 'РААС News', 'und'],
  ['the same in a language that has Latin letters', 'РААС News', 'en'],
  ['a single letter beside Latin words', '\u0410 BC News', 'und'],
  ['all of a name', 'ВВС', 'en'],
  ['all of a name, for readers of Hebrew', 'ВВС', 'he'],
  ['all of a name in Greek letters', 'ΑΒΝ', 'de'],
  ['all of a name, accents and all', '\u0421\u043e\u0441\u0430\u0440\u0435\u0301', 'fr'],
  ['all of a name in letters of two scripts', 'АР ΤΟΡ', 'en'],
  ['all of a name in Armenian letters', 'ՕՍ ցօօ', 'en'],
  ['mathematical letters', '𝐑𝐞𝐮𝐭𝐞𝐫𝐬', 'en'],
  ['letters of full width', 'Ｒeuters', 'en'],
  ['circled letters', 'Ⓡeuters', 'en'],
  ['letterlike signs', 'ℝeuters', 'en'],
  ['mathematical letters among Japanese', '𝐍𝐇𝐊ニュース', 'ja'],
  ['marks upon marks', 'R\u0335\u0336\u0337euters', 'en'],
  ['marks upon an accent', 'Re\u0301\u0301\u0301uters', 'en'],
];

describe('a name', () => {
  it.each(HONEST)('“%s” (%s) is not warned of', (name, language) => {
    expect(isLookalike(name, language)).toBe(false);
    expect(isLookalike(name.normalize('NFD'), language)).toBe(false);
  });

  it.each(FORGED)('with %s is warned of: “%s” (%s)', (_, name, language) =>
    expect(isLookalike(name, language)).toBe(true),
  );

  it('of ASCII alone is never warned of', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (name) => !isLookalike(name, 'en'))));

  it('with a letter of another alphabet in a Latin word always is', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{1,20}$/),
        fc.constantFrom(...'аеорсухіΑΟΡοսօᎡᎬ'),
        fc.stringMatching(/^[A-Za-z ]{0,20}$/),
        fc.constantFrom('', 'und', 'en', 'ru', 'el', 'xx', 'en-x', 'EN', 'e', 'zzz-1'),
        (before, letter, after, language) => isLookalike(before + letter + after, language),
      ),
    ));

  it('takes no language for more than it is', () => {
    for (const language of ['', 'und', 'und-Cyrl', 'xx', 'qaa', '-en', 'english', 'no language'])
      expect(isLookalike('Оса', language), language).toBe(false);
  });

  it('is told at once, however long it is', () => {
    const begun = performance.now();
    for (const part of ['a', 'а', 'aа', 'а ', '\u0301', '𝐑', 'ファ', '\u200c', ' '])
      isLookalike(part.repeat(20_000), 'en');
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
