/** Verdicts in Slavic languages, in both alphabets. */
import type { Table } from './table';

/** Croatian, Bosnian and Serbian share their words, and each other's spellings are read everywhere. */
const SOUTHERN: Table = {
  true: 'točno | tačno | istina | istinito | to je točno | to je tačno | тачно | истина | истинито',
  'mostly-true':
    'uglavnom točno | uglavnom tačno | uglavnom istina | uglavnom istinito | većinom točno | skoro istina | скоро истина',
  mixed:
    'poluistina | djelomično točno | djelimično tačno | delimično tačno | djelomično netočno | djelimično netačno | ' +
    'delimično netačno | djelomično istinito | djelimično istinito | delimično istinito | полуистина | делимично тачно',
  misleading:
    'obmanjujuće | zavaravajuće | dovodi u zabludu | izvan konteksta | izvučeno iz konteksta | manipulacija | ' +
    'манипулација',
  'mostly-false':
    'uglavnom netočno | uglavnom netačno | uglavnom neistina | većinom netočno | skoro neistina | скоро неистина',
  false:
    'netočno | netačno | neistina | neistinito | laž | lažno | lažna vijest | lažna vest | nije točno | nije tačno | ' +
    'nije istina | нетачно | неистина | неистинито | лаж | лажна вест | није тачно | није истина',
  unproven: 'nedokazano | nepotvrđeno | neprovjerivo | neproverivo | nema dokaza | недоказано | нема доказа',
  outdated: 'zastarjelo | zastarelo | застарело',
  satire: 'satira | parodija | сатира | пародија',
};

export const SLAVIC: Readonly<Record<string, Table>> = {
  pl: {
    true: 'prawda | prawdziwe | prawdziwa | prawdziwy | to prawda',
    'mostly-true': 'w większości prawda | w większości prawdziwe | raczej prawda | prawie prawda',
    mixed:
      'półprawda | częściowa prawda | częściowo prawda | częściowo prawdziwe | częściowy fałsz | częściowo fałsz | ' +
      'częściowo fałszywe',
    misleading:
      'manipulacja | mylące | wprowadza w błąd | wprowadzające w błąd | brak kontekstu | brakujący kontekst | ' +
      'fałszywy kontekst | wyrwane z kontekstu',
    'mostly-false': 'w większości fałsz | w większości fałszywe | raczej fałsz',
    false: 'fałsz | fałszywe | fałszywa | fałszywy | nieprawda | nieprawdziwe | to fałsz | to nieprawda',
    unproven: 'nieweryfikowalne | niepotwierdzone | nieudowodnione | niezweryfikowane | brak dowodów',
    outdated: 'nieaktualne | nieaktualna | przestarzałe',
    satire: 'satyra | satyryczne | parodia',
  },
  cs: {
    true: 'pravda | pravdivé | pravdivý | pravdivá | je to pravda',
    'mostly-true': 'většinou pravda | převážně pravda | převážně pravdivé',
    mixed:
      'polopravda | částečná pravda | částečně pravda | částečně pravdivé | částečně nepravda | částečně nepravdivé',
    misleading: 'zavádějící | vytrženo z kontextu | chybějící kontext',
    'mostly-false': 'většinou nepravda | převážně nepravda | převážně nepravdivé',
    false: 'nepravda | nepravdivé | nepravdivý | nepravdivá | lež | není pravda | není to pravda | podvrh',
    unproven: 'neověřitelné | neověřené | nepodložené | nelze ověřit',
    outdated: 'zastaralé',
    satire: 'satira | parodie',
  },
  sk: {
    true: 'pravda | pravdivé | pravdivý',
    mixed: 'polopravda | čiastočná pravda | čiastočne pravda | čiastočne pravdivé',
    misleading: 'zavádzajúce | zavádzanie | vytrhnuté z kontextu',
    false: 'nepravda | nepravdivé | lož | nie je pravda',
    unproven: 'neoveriteľné | neoverené | nepodložené',
    satire: 'satira | paródia',
  },
  hr: SOUTHERN,
  bs: SOUTHERN,
  sr: SOUTHERN,
  bg: {
    true: 'вярно | истина',
    mixed: 'полуистина | частично вярно | частично невярно',
    misleading: 'подвеждащо | подвеждаща информация | извадено от контекста',
    false: 'невярно | неистина | лъжа | фалшива новина | не е вярно',
    unproven: 'недоказано | няма доказателства',
    satire: 'сатира | пародия',
  },
  uk: {
    true: 'правда | правдиво | правдиве | достовірно | це правда',
    'mostly-true': 'переважно правда | здебільшого правда | переважно правдиво',
    mixed: 'напівправда | частково правда | частково правдиво | частково неправда | частково неправдиво',
    misleading:
      'маніпуляція | оманливо | вводить в оману | поза контекстом | вирвано з контексту | відсутній контекст',
    'mostly-false': 'переважно неправда | здебільшого неправда | переважно неправдиво',
    false: 'неправда | не правда | неправдиво | брехня | фейк | хибно | це неправда | це фейк | це брехня',
    unproven:
      'недоведено | не доведено | непідтверджено | не підтверджено | немає доказів | без доказів | бездоказово',
    outdated: 'застаріло | застаріле',
    satire: 'сатира | пародія',
  },
  ru: {
    true: 'правда | верно | истина | достоверно | это правда',
    'mostly-true': 'в основном правда | преимущественно правда | скорее правда | большей частью правда',
    mixed:
      'полуправда | частично правда | отчасти правда | частично верно | частично неправда | частично ложь',
    misleading:
      'вводит в заблуждение | вводящее в заблуждение | вне контекста | вырвано из контекста | отсутствует контекст | ' +
      'манипуляция',
    'mostly-false':
      'в основном неправда | в основном ложь | преимущественно неправда | скорее неправда | большей частью неправда',
    false:
      'неправда | не правда | ложь | ложно | неверно | враньё | фейк | фальшивка | это неправда | это фейк | это ложь',
    unproven:
      'недоказано | не доказано | не подтверждено | нет доказательств | без доказательств | бездоказательно',
    outdated: 'устарело | устаревшая информация',
    satire: 'сатира | пародия',
  },
};
