/** French. */
import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import type { Written } from './rules';

export const french: Written = {
  stop: [
    ...stopwords,
    `alors après aucun aussi autre autres avant avoir beaucoup bien car cela ça ces chaque chez comme comment contre
depuis donc dont encore entre être faire fait font là lors lorsque même moins mon où parce pendant peu peut peuvent
plus plusieurs pourquoi puis quand quelque quelques qui quoi selon sera si sous tous tout toute toutes très vers voici
voilà y dit dire jusqu lorsqu puisqu quoiqu quelqu presqu https http www com rt`,
  ],
  denies: 'ne n pas jamais aucun aucune rien personne nul nulle ni non sans',
  stem: stemmer,
  numbers: `2:deux 3:trois 4:quatre 5:cinq 6:six 7:sept 8:huit 9:neuf 10:dix 11:onze 12:douze 13:treize 14:quatorze
15:quinze 16:seize 20:vingt 30:trente 40:quarante 50:cinquante 60:soixante 100:cents`,
  scales: '1e3:mille milliers 1e6:million millions 1e9:milliard milliards',
  percent: 'cent',
  elides: true,
  decimalComma: true,
};
