/** The groups, in the order of the page: what all is made of, then the page, the popup, the check, the settings. */
import type { Group } from './state';
import { cardMenus, cards, cardsMore } from './states/cards';
import { buttons, radioCards, switches } from './states/controls';
import { beside, check, checkNarrow, sources } from './states/documents';
import { finding } from './states/find';
import { icons } from './states/icons';
import { lists, reading, recent } from './states/lists';
import { markStances, marks } from './states/marks';
import { bar, empty } from './states/popup';
import { backup, library } from './states/settings';
import { colours, space, type } from './states/tokens';
import { verdicts } from './states/verdicts';
import { welcome } from './states/welcome';

export const GROUPS: readonly Group[] = [
  type,
  space,
  colours,
  icons,
  verdicts,
  marks,
  markStances,
  cards,
  cardsMore,
  cardMenus,
  bar,
  lists,
  reading,
  finding,
  recent,
  empty,
  check,
  checkNarrow,
  sources,
  beside,
  switches,
  radioCards,
  buttons,
  library,
  backup,
  welcome,
];
