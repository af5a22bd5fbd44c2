import { describe, expect, it } from 'vitest';
import { foldWord, hashWord } from '../../../../lib/match/fold';
import { LANGUAGES, rulesOf } from '../../../../lib/match/language/rules';
import { commaNumber, wordsIn } from '../../../../lib/match/language/words';
import { stem } from '../../../../lib/match/segment/stems';
import { numberTerm, readTerms, wordTerm } from '../../../../lib/match/segment/terms';

const stems = (language: string, words: string) =>
  new Set(words.split(' ').map((word) => rulesOf(language).stem(foldWord(word))));
const spelled = (text: string, language: string) => wordsIn(text, language).map((w) => w.word);

describe('stems', () => {
  it.each([
    ['en', 'vaccine vaccines vaccinated'],
    ['es', 'prohibió prohibio prohibir prohibido prohíbe'],
    ['es', 'servicio servicios'],
    ['es', 'elección eleccion elecciones'],
    ['es', 'país paises países'],
    ['fr', 'élection elections élections'],
    ['fr', 'vacciné vaccinés vaccination vaccins'],
    ['fr', 'général généraux generaux'],
    ['de', 'Häuser Haeuser Haus'],
    ['de', 'Straße Strassen STRASSE'],
    ['de', 'Wähler Waehler Wählern'],
    ['pt', 'eleição eleições eleicao eleicoes'],
    ['pt', 'vacinação vacinacao vacina vacinar'],
    ['pt', 'cidadão cidadãos cidadaos'],
    ['pt', 'avião aviões'],
    ['pt', 'nacional nacionais'],
    ['it', 'elezione elezioni'],
    ['it', 'università universita'],
    ['it', 'vaccino vaccini vaccinati'],
    ['ar', 'حكومة الحكومة والحكومة بالحكومة الحكومه حكومات الحكومات للحكومة'],
    ['ar', 'لقاح اللقاح لقاحات اللقاحات واللقاحات'],
    ['ar', 'أرض الأرض الارض'],
    ['hi', 'लड़की लड़कियों लडकियाँ लड़कियां'],
    ['hi', 'चुनाव चुनावों'],
    ['hi', 'हिन्दी हिंदी'],
  ])('bring together in %s: %s', (language, words) => {
    expect([...stems(language, words)]).toHaveLength(1);
  });

  it.each([
    ['de', 'Bauer Bär Bier'],
    ['de', 'Quelle Qualle'],
    ['es', 'trabajo país verdad'],
    ['fr', 'maison raison saison'],
    ['ar', 'مدرسة حكومة لقاح'],
    ['hi', 'की कई काका'],
  ])('keep apart in %s: %s', (language, words) => {
    expect([...stems(language, words)]).toHaveLength(words.split(' ').length);
  });

  it('of English are those that the index was made with', () => {
    for (const word of ['elections', 'organization', 'banned', 'usa', 'x'])
      expect(wordTerm(word)).toBe(hashWord(stem(word)));
  });

  it('leave long noise and unknown languages alone', () => {
    for (const language of LANGUAGES) expect(rulesOf(language).stem('a'.repeat(1e5))).toHaveLength(1e5);
    expect(rulesOf('nl').stem('verkiezingen')).toBe('verkiezingen');
    expect(rulesOf('constructor')).toBe(rulesOf('nl'));
  });
});

describe('small words', () => {
  it.each([
    ['es', 'El gobierno de la ciudad ha dicho que lo votará', 'gobierno ciudad votara'],
    ['fr', 'Le maire de la ville n’est plus dans l’hôtel', 'maire ville hotel'],
    ['de', 'Die Regierung hat das Haus in der Stadt gebaut', 'regierung haus stadt gebaut'],
    ['pt', 'O governo da cidade não fez isso com as vacinas', 'governo cidade vacinas'],
    ['it', 'Il governo dell’Italia non è nella città', 'governo italia citta'],
    ['ar', 'قال إن الحكومة في هذه المدينة لا تمنع ذلك', 'الحكومه المدينه تمنع'],
    ['hi', 'सरकार ने कहा है कि शहर में रोक नहीं है', 'सरकार शहर रोक'],
  ])('are not searched for in %s', (language, text, left) => {
    expect(readTerms(text, language).terms.map((t) => foldWord(text.slice(t.start, t.end)))).toEqual(
      left.split(' '),
    );
  });

  it.each([
    ['en', 'It did not happen', 'It happened'],
    ['es', 'Nunca pasó', 'Pasó ayer'],
    ['fr', 'Il n’a rien dit', 'Il l’a dit'],
    ['de', 'Es gibt keine Pflicht', 'Es gibt eine Pflicht'],
    ['pt', 'Não aconteceu', 'Aconteceu ontem'],
    ['it', 'Non è successo', 'È successo'],
    ['ar', 'لم توقع الحكومة', 'وقعت الحكومة'],
    ['hi', 'ऐसा नहीं हुआ', 'ऐसा हुआ'],
  ])('that deny are noted in %s', (language, denied, said) => {
    expect(readTerms(denied, language).negated).toBe(true);
    expect(readTerms(said, language).negated).toBe(false);
  });

  it('are set apart where they lean on the next word', () => {
    expect(spelled('l’élection d’aujourd’hui', 'fr')).toEqual(['l', 'election', 'd', 'aujourdhui']);
    expect(spelled("dell'Italia, un po' d'acqua", 'it')).toEqual([
      'dell',
      'italia',
      'un',
      'po',
      'd',
      'acqua',
    ]);
    expect(spelled('O’Brien', 'fr')).toEqual(['obrien']);
    const text = 'Avec l’\u00e9l\u00adection';
    expect(wordsIn(text, 'fr').map((w) => text.slice(w.start, w.end))).toEqual([
      'Avec',
      'l',
      'él\u00adection',
    ]);
  });
});

describe('numbers', () => {
  const first = (text: string, language: string) => readTerms(text, language).terms[0]?.hash;
  it.each([
    ['es', '3,8 millones', 3.8e6],
    ['es', '3.800 euros', 3800],
    ['es', '3,800 pesos', 3800],
    ['es', 'cinco barcos', 5],
    ['fr', '3,8 milliards', 3.8e9],
    ['fr', '12\u202f500 euros', 12500],
    ['de', '1.234.567,5 Euro', 1234567.5],
    ['de', '3,8 Mrd. Euro', 3.8e9],
    ['de', 'zwölf Schiffe', 12],
    ['de', '0,125 Liter', 0.125],
    ['pt', '2 bilhões de reais', 2e9],
    ['it', '20 mila euro', 20000],
    ['ar', '٣٫٨ مليون', 3.8e6],
    ['ar', '١٬٢٠٠ جندي', 1200],
    ['ar', '3 آلاف', 3000],
    ['hi', '3 लाख लोग', 3e5],
    ['hi', '५ करोड़ रुपये', 5e7],
    ['hi', '1,00,000 लोग', 1e5],
    ['ja', '１２００人', 1200],
  ])('are read in %s: %s', (language, text, value) => {
    expect(first(text, language)).toBe(numberTerm(value, language));
  });

  it('are left alone where they are dates and versions', () => {
    expect(['1.2.3', '12.05.2024', '1,2,3', '1.234.56'].map(commaNumber)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['es', '10 %', '10 por ciento'],
    ['fr', '10\u202f%', '10 pour cent'],
    ['de', '10 %', '10 Prozent'],
    ['pt', '10%', '10 por cento'],
    ['it', '10%', '10 per cento'],
    ['ar', '١٠٪', '10 بالمئة'],
    ['hi', '10%', '10 प्रतिशत'],
  ])('of a hundred are the same in %s with sign and word', (language, sign, word) => {
    const hashes = (text: string) => readTerms(text, language).terms.map((t) => t.hash);
    expect(hashes(sign)).toEqual(hashes(word));
  });
});

describe('scripts without spaces', () => {
  it('are read by runs of characters', () => {
    expect(spelled('東京都は', 'ja')).toEqual(['東京', '京都', '都は']);
    expect(spelled('ガス。カス', 'ja')).toEqual(['ガス', 'カス']);
    expect(spelled('水', 'zh')).toEqual(['水']);
    expect(spelled('2024年に', 'ja')).toEqual(['2024', '年に']);
    expect(spelled('น้ำท่วม', 'th')).toEqual(['นาท', 'าทว', 'ทวม']);
    expect(spelled('다리에서', 'ko')).toEqual(['다리', '리에', '에서'].map((s) => s.normalize('NFKD')));
  });

  it('point at what they were read from', () => {
    const text = '다리에서 東京';
    expect(wordsIn(text, 'ko').map((w) => text.slice(w.start, w.end))).toEqual([
      '다리',
      '리에',
      '에서',
      '東京',
    ]);
  });
});
