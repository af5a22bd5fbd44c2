/** Portuguese. */
import { stemmer } from '@orama/stemmers/portuguese';
import { stopwords } from '@orama/stopwords/portuguese';
import type { Written } from './rules';

/** Plurals that Snowball leaves apart from their singulars, and `ão` where the tilde was folded or left out. */
function restored(word: string): string {
  if (word.length < 4 || word === 'maes') return word;
  return word
    .replace(/(?:[oa]es|aos)$/, 'ao')
    .replace(/(?<=.{3})ais$/, 'al')
    .replace(/c?ao$/, (end) => (end === 'cao' ? 'ção' : 'ão'));
}

export const portuguese: Written = {
  stop: [
    ...stopwords,
    `ainda algum alguma algumas alguns antes apenas assim cada contra desde dessa desse desta deste disso disto durante
enquanto então fazer faz foi há isso lá ser ter onde outra outras outro outros pode podem pois porque qual quais
qualquer sobre tal tanto toda todas todo todos tudo vai vão diz disse dizer dito fez feito fazem https http www com rt`,
  ],
  denies: 'não nao nem nunca jamais sem nenhum nenhuma ninguém nada',
  stem: (word) => stemmer(restored(word)),
  numbers: `2:dois duas 3:três 4:quatro 5:cinco 6:seis 7:sete 8:oito 9:nove 10:dez 11:onze 12:doze 13:treze
14:catorze quatorze 15:quinze 16:dezesseis dezasseis 17:dezessete dezassete 18:dezoito 19:dezenove dezanove 20:vinte
30:trinta 40:quarenta 50:cinquenta 60:sessenta 70:setenta 80:oitenta 90:noventa 100:cem`,
  scales: '1e3:mil milhares 1e6:milhão milhões 1e9:bilhão bilhões 1e12:trilhão trilhões',
  percent: 'cento',
  decimalComma: true,
};
