/**
 * Words that publishers use in a sense of their own, by host, from what each says of its ratings on its own pages.
 * They count before the words of the language, and only for reviews at that host or below it.
 */
import type { Table } from './words/table';

const LUPA: Table = {
  'mostly-true': 'verdadeiro, mas',
  mixed: 'exagerado | subestimado',
  unproven: 'insustentável | ainda é cedo para dizer',
};

export const HOSTS: Readonly<Record<string, Table>> = {
  /** www.snopes.com/fact-check-ratings: a miscaptioned picture is real, but not of what is said. */
  'snopes.com': {
    true: 'correct attribution',
    misleading: 'miscaptioned',
    false: 'misattributed',
    mixed: 'mixture',
    unproven: 'unproven | unfounded',
    satire: 'labeled satire | originated as satire',
  },
  /** www.politifact.com/article/2018/feb/12/principles-truth-o-meter: “barely true” was renamed “mostly false” in 2011. */
  'politifact.com': { 'mostly-false': 'barely true', false: 'pants on fire | pants-fire' },
  /** www.washingtonpost.com/politics/2019/01/07/about-fact-checker: one is “mostly true”, two “half true”, three “mostly
   * false”, four “whoppers”; an upside-down one is a change of position, no verdict. */
  'washingtonpost.com': {
    true: 'geppetto checkmark | the geppetto checkmark',
    'mostly-true': 'one pinocchio | 1 pinocchio',
    mixed: 'two pinocchios | 2 pinocchios',
    'mostly-false': 'three pinocchios | 3 pinocchios',
    false: 'four pinocchios | 4 pinocchios | bottomless pinocchio',
  },
  'truthorfiction.com': { true: 'truth', mixed: 'truth and fiction | truth & fiction', false: 'fiction' },
  /** The lowest step of its scale: wildly inaccurate or impossible. */
  'thejournal.ie': { false: 'nonsense' },
  /** Ratings of its ClaimReview markup. */
  'factcheck.org': { misleading: 'spins the facts | distorts the facts | cherry picks' },
  /** Five steps, best to worst. */
  'pagellapolitica.it': {
    true: 'vero',
    'mostly-true': 'c’eri quasi',
    mixed: 'nì',
    'mostly-false': 'pinocchio andante',
    false: 'panzana pazzesca',
  },
  'chequeado.com': { 'mostly-true': 'verdadero, pero', unproven: 'insostenible' },
  /** The agency stood under Piauí's host before. */
  'lupa.uol.com.br': LUPA,
  'piaui.folha.uol.com.br': LUPA,
  'aosfatos.org': { misleading: 'distorcido', unproven: 'insustentável' },
  'poligrafo.sapo.pt': { 'mostly-true': 'verdadeiro, mas', false: 'pimenta na língua' },
  /** Five steps. */
  'faktisk.no': {
    true: 'faktisk helt sant',
    'mostly-true': 'faktisk delvis sant | delvis sant',
    unproven: 'ikke sikkert | faktisk ikke sikkert',
    'mostly-false': 'faktisk delvis feil | delvis feil',
    false: 'faktisk helt feil',
  },
  /** “Short legs” are what lies have. */
  'istinomer.rs': { false: 'kratke noge | кратке ноге' },
  /** From “fact” by “half a fact” to “no fact”. */
  'faktograf.hr': { true: 'fakt', mixed: 'polufakt', 'mostly-false': 'ni pola fakta', false: 'nije fakt' },
  'teyit.org': { mixed: 'karma', unproven: 'belirsiz' },
};
