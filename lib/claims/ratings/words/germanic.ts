/** Verdicts in English, German, Dutch and the Scandinavian languages. */
import type { Table } from './table';

const NORWEGIAN: Table = {
  true: 'sant | riktig | korrekt | stemmer | det er sant | det stemmer',
  'mostly-true': 'stort sett sant | stort sett riktig | hovedsakelig sant | for det meste sant',
  mixed: 'delvis sant | delvis riktig | delvis korrekt | delvis feil | delvis falsk | halvsant',
  misleading: 'misvisende | villedende | tatt ut av kontekst | tatt ut av sammenheng | manglende kontekst',
  'mostly-false': 'stort sett feil | hovedsakelig feil | for det meste feil',
  false: 'feil | falsk | falskt | usant | helt feil | stemmer ikke | det stemmer ikke | falske nyheter',
  unproven: 'udokumentert | ubekreftet | ubevist | ikke bevist | ikke dokumentert | ingen bevis',
  outdated: 'utdatert | foreldet',
  satire: 'satire | parodi',
};

export const GERMANIC: Readonly<Record<string, Table>> = {
  en: {
    true:
      'true | correct | accurate | verified | confirmed | fact | factual | authentic | genuine | this is true | ' +
      'it is true | its true | it’s true | completely true | entirely true | absolutely true',
    'mostly-true':
      'mostly true | mostly correct | mostly accurate | largely true | largely correct | largely accurate | ' +
      'almost true | nearly true',
    mixed:
      'half true | half truth | mixture | mixed | partly true | partially true | partly false | partially false | ' +
      'partly correct | partially correct | partly incorrect | partially incorrect | partly accurate | ' +
      'partially accurate | partially inaccurate | half false | true and false | some truth',
    misleading:
      'misleading | misleading content | this is misleading | deceptive | out of context | taken out of context | ' +
      'missing context | lacks context | lacking context | needs context | false context | wrong context | ' +
      'decontextualized | decontextualised | cherry picked | cherry picking | misrepresented | partly misleading',
    'mostly-false':
      'mostly false | mostly incorrect | mostly inaccurate | mostly untrue | mostly wrong | largely false | ' +
      'largely incorrect | largely inaccurate | largely untrue',
    false:
      'false | incorrect | inaccurate | wrong | untrue | not true | not correct | not accurate | fake | fake news | ' +
      'false news | hoax | fabricated | fabricated content | debunked | bogus | made up | lie | pants on fire | ' +
      'pants fire | totally false | completely false | entirely false | absolutely false | this is false | ' +
      'it is false | its false | it’s false | this is fake | false claim | fake quote | fabricated quote',
    unproven:
      'unproven | not proven | unsubstantiated | unsupported | unverified | unverifiable | not verifiable | ' +
      'cannot be verified | unconfirmed | unfounded | no evidence | lacks evidence | insufficient evidence | ' +
      'not enough evidence | inconclusive | undetermined',
    outdated: 'outdated | out of date | no longer true | no longer accurate',
    satire:
      'satire | satirical | this is satire | parody | labeled satire | labelled satire | originated as satire',
    context: 'explainer | context',
  },
  de: {
    true: 'wahr | richtig | korrekt | zutreffend | stimmt | das stimmt | das ist wahr | das ist richtig',
    'mostly-true':
      'größtenteils wahr | größtenteils richtig | größtenteils korrekt | überwiegend wahr | überwiegend richtig | ' +
      'weitgehend wahr | weitgehend richtig | stimmt größtenteils',
    mixed:
      'teilweise wahr | teilweise richtig | teilweise korrekt | teilweise falsch | teils richtig | teils falsch | ' +
      'halb wahr | halbwahr | Halbwahrheit | stimmt teilweise | stimmt zum Teil | zum Teil richtig | zum Teil falsch',
    misleading:
      'irreführend | aus dem Kontext gerissen | aus dem Zusammenhang gerissen | fehlender Kontext | Kontext fehlt | ' +
      'falscher Kontext | falscher Zusammenhang',
    'mostly-false': 'größtenteils falsch | überwiegend falsch | weitgehend falsch',
    false:
      'falsch | unwahr | inkorrekt | unzutreffend | erfunden | frei erfunden | gefälscht | Fälschung | Fake | Hoax | ' +
      'Falschmeldung | stimmt nicht | das stimmt nicht | nicht wahr | nicht richtig | nicht korrekt | ' +
      'völlig falsch | komplett falsch | das ist falsch',
    unproven:
      'unbelegt | nicht belegt | unbewiesen | nicht bewiesen | unbestätigt | ohne Belege | keine Belege | ' +
      'nicht überprüfbar | nicht belegbar | nicht nachweisbar',
    outdated: 'veraltet | nicht mehr aktuell | überholt',
    satire: 'Satire | satirisch | Parodie',
  },
  nl: {
    true: 'waar | juist | correct | klopt | dat klopt | dit klopt',
    'mostly-true': 'grotendeels waar | grotendeels juist | grotendeels correct | klopt grotendeels',
    mixed:
      'deels waar | deels juist | deels onwaar | deels onjuist | gedeeltelijk waar | gedeeltelijk juist | ' +
      'gedeeltelijk onwaar | gedeeltelijk onjuist | half waar | halve waarheid | klopt deels',
    misleading:
      'misleidend | uit de context gehaald | uit context gehaald | uit zijn context gehaald | ontbrekende context | ' +
      'context ontbreekt | valse context | verkeerde context',
    'mostly-false': 'grotendeels onwaar | grotendeels onjuist | grotendeels fout',
    false:
      'onwaar | onjuist | fout | foutief | vals | nep | nepnieuws | verzonnen | incorrect | niet waar | niet juist | ' +
      'niet correct | klopt niet | dat klopt niet | dit klopt niet',
    unproven:
      'onbewezen | niet bewezen | onbevestigd | geen bewijs | niet onderbouwd | onverifieerbaar | niet te verifiëren | ' +
      'niet te controleren',
    outdated: 'verouderd | achterhaald',
    satire: 'satire | parodie',
  },
  da: {
    true: 'sandt | sand | korrekt | rigtigt | rigtig | det er sandt | det er rigtigt',
    'mostly-true':
      'overvejende sandt | overvejende rigtigt | stort set sandt | stort set rigtigt | hovedsageligt sandt',
    mixed:
      'delvist sandt | delvist rigtigt | delvist korrekt | delvist falsk | delvist forkert | delvis sandt | halvt sandt',
    misleading:
      'misvisende | vildledende | taget ud af kontekst | taget ud af sammenhæng | manglende kontekst | mangler kontekst',
    'mostly-false': 'overvejende falsk | overvejende forkert | stort set forkert',
    false:
      'falsk | falskt | forkert | usandt | usand | ikke sandt | ikke rigtigt | ikke korrekt | helt forkert | ' +
      'lodret forkert | det er forkert | det er falsk',
    unproven:
      'udokumenteret | ikke dokumenteret | ubekræftet | ubevist | ikke bevist | ingen beviser | ingen dokumentation',
    outdated: 'forældet',
    satire: 'satire | parodi',
  },
  sv: {
    true: 'sant | korrekt | rätt | stämmer | det stämmer | det är sant',
    'mostly-true': 'mestadels sant | till stor del sant | huvudsakligen sant | i huvudsak sant',
    mixed: 'delvis sant | delvis rätt | delvis korrekt | delvis falskt | delvis fel | halvsant | halvsanning',
    misleading:
      'missvisande | vilseledande | taget ur sitt sammanhang | tagen ur sitt sammanhang | saknar sammanhang | ' +
      'saknar kontext | ur kontext | felaktig kontext',
    'mostly-false': 'mestadels falskt | till stor del falskt | huvudsakligen falskt | i huvudsak falskt',
    false:
      'falskt | falsk | fel | felaktigt | felaktig | osant | påhittat | inte sant | stämmer inte | det stämmer inte | ' +
      'helt fel | falska nyheter',
    unproven: 'obekräftat | obevisat | ej bevisat | inte bevisat | inga bevis | saknar belägg',
    outdated: 'inaktuellt | inaktuell | föråldrat | föråldrad',
    satire: 'satir | parodi',
  },
  no: NORWEGIAN,
  nb: NORWEGIAN,
  nn: NORWEGIAN,
};
