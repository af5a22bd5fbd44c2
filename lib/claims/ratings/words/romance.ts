/** Verdicts in Spanish, French, Italian, Portuguese, Catalan and Romanian. */
import type { Table } from './table';

export const ROMANCE: Readonly<Record<string, Table>> = {
  es: {
    true: 'verdadero | verdadera | verdad | cierto | cierta | correcto | correcta | es verdad | es cierto | es verdadero',
    'mostly-true':
      'mayormente verdadero | mayormente cierto | mayormente verdad | mayoritariamente verdadero | ' +
      'mayoritariamente cierto | casi verdadero | verdadero en su mayoría',
    mixed:
      'media verdad | verdad a medias | medias verdades | cierto a medias | verdadero a medias | mixto | ' +
      'parcialmente verdadero | parcialmente verdadera | parcialmente cierto | parcialmente cierta | ' +
      'parcialmente correcto | parcialmente falso | parcialmente falsa | falso a medias',
    misleading:
      'engañoso | engañosa | fuera de contexto | sacado de contexto | sacada de contexto | descontextualizado | ' +
      'descontextualizada | falta contexto | falta de contexto | sin contexto | contexto falso | falso contexto',
    'mostly-false': 'mayormente falso | mayormente falsa | mayoritariamente falso | falso en su mayoría',
    false:
      'falso | falsa | incorrecto | incorrecta | erróneo | errónea | mentira | bulo | es falso | es falsa | ' +
      'es mentira | es un bulo | totalmente falso | completamente falso | no es cierto | no es verdad | noticia falsa',
    unproven:
      'no probado | no comprobado | no demostrado | no verificado | no verificable | inverificable | sin pruebas | ' +
      'sin evidencia | sin evidencias | no hay pruebas | no hay evidencia | no concluyente',
    outdated: 'desactualizado | desactualizada',
    satire: 'sátira | satírico | satírica | parodia',
    context: 'contexto',
  },
  fr: {
    true: 'vrai | vraie | exact | correct | véridique | avéré | c’est vrai | c’est exact',
    'mostly-true':
      'plutôt vrai | presque vrai | majoritairement vrai | globalement vrai | essentiellement vrai | ' +
      'en grande partie vrai',
    mixed:
      'partiellement vrai | partiellement faux | en partie vrai | en partie faux | à moitié vrai | à moitié faux | ' +
      'mi-vrai mi-faux | vrai et faux | partiellement exact | demi-vérité',
    misleading:
      'trompeur | trompeuse | hors contexte | hors de contexte | sorti de son contexte | décontextualisé | ' +
      'manque de contexte | contexte manquant | faux contexte',
    'mostly-false':
      'plutôt faux | majoritairement faux | globalement faux | essentiellement faux | en grande partie faux',
    false:
      'faux | fausse | inexact | incorrect | erroné | intox | infox | canular | c’est faux | c’est une intox | ' +
      'totalement faux | complètement faux | ce n’est pas vrai | fausse information',
    unproven:
      'non prouvé | non vérifié | non démontré | non confirmé | invérifiable | infondé | sans preuve | sans preuves | ' +
      'pas de preuve',
    outdated: 'obsolète | périmé | dépassé',
    satire: 'satire | satirique | parodie',
    context: 'contexte',
  },
  it: {
    true: 'vero | vera | corretto | corretta | esatto | è vero | è tutto vero',
    'mostly-true':
      'quasi vero | per lo più vero | perlopiù vero | prevalentemente vero | in gran parte vero | sostanzialmente vero',
    mixed:
      'parzialmente vero | parzialmente falso | parzialmente corretto | in parte vero | in parte falso | ' +
      'mezza verità | vero a metà | misto',
    misleading:
      'fuorviante | ingannevole | fuori contesto | decontestualizzato | decontestualizzata | contesto mancante | ' +
      'manca il contesto | contesto falso | falso contesto',
    'mostly-false': 'per lo più falso | perlopiù falso | prevalentemente falso | in gran parte falso',
    false:
      'falso | falsa | errato | errata | sbagliato | bufala | è falso | è falsa | è una bufala | non è vero | ' +
      'notizia falsa | totalmente falso | completamente falso',
    unproven:
      'non provato | non dimostrato | non verificato | non verificabile | non confermato | infondato | senza prove | ' +
      'nessuna prova',
    outdated: 'obsoleto | superato | non aggiornato',
    satire: 'satira | satirico | parodia',
    context: 'contesto',
  },
  pt: {
    true: 'verdadeiro | verdadeira | verdade | correto | correta | certo | fato | facto | é verdade | é fato | é verdadeiro',
    'mostly-true':
      'majoritariamente verdadeiro | maioritariamente verdadeiro | em grande parte verdadeiro | quase verdadeiro',
    mixed:
      'meia verdade | meias verdades | parcialmente verdadeiro | parcialmente verdadeira | parcialmente correto | ' +
      'parcialmente falso | parcialmente falsa | misto',
    misleading:
      'enganoso | enganosa | é enganoso | fora de contexto | tirado de contexto | descontextualizado | ' +
      'descontextualizada | sem contexto | falta contexto | falta de contexto | contexto falso | falso contexto',
    'mostly-false': 'majoritariamente falso | maioritariamente falso | em grande parte falso',
    false:
      'falso | falsa | incorreto | incorreta | errado | errada | mentira | boato | é falso | é falsa | é mentira | ' +
      'é fake | é boato | não é verdade | totalmente falso | completamente falso | notícia falsa',
    unproven:
      'não comprovado | não provado | não confirmado | não verificável | inverificável | inconclusivo | sem provas | ' +
      'sem evidências | sem comprovação | não há provas | não há evidências',
    outdated: 'desatualizado | desatualizada',
    satire: 'sátira | satírico | paródia',
    context: 'contexto',
  },
  ca: {
    true: 'cert | certa | veritat | vertader | vertadera | correcte | és cert | és veritat',
    mixed: 'mitja veritat | parcialment cert | parcialment fals | veritat a mitges',
    misleading: 'enganyós | enganyosa | fora de context | descontextualitzat | falta context | sense context',
    false: 'fals | falsa | incorrecte | mentida | és fals | és falsa | no és cert | no és veritat',
    unproven: 'no provat | sense proves | no verificable',
    outdated: 'desactualitzat | desactualitzada',
    satire: 'sàtira | paròdia',
    context: 'context',
  },
  ro: {
    true: 'adevărat | adevărată | corect | este adevărat | e adevărat',
    'mostly-true': 'în mare parte adevărat | preponderent adevărat | mai mult adevărat',
    mixed: 'parțial adevărat | parțial fals | parțial corect | jumătate de adevăr',
    misleading:
      'înșelător | înșelătoare | scos din context | scoasă din context | lipsă context | fără context',
    'mostly-false': 'în mare parte fals | preponderent fals | mai mult fals',
    false:
      'fals | falsă | incorect | neadevărat | minciună | știre falsă | complet fals | este fals | e fals | ' +
      'nu este adevărat | nu e adevărat',
    unproven:
      'nedovedit | neverificabil | neconfirmat | fără dovezi | nu există dovezi | imposibil de verificat',
    outdated: 'depășit | învechit',
    satire: 'satiră | parodie',
  },
};
