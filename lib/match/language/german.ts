/** German. */
import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import type { Written } from './rules';

export const german: Written = {
  stop: [
    ...stopwords,
    `ab außer beim bereits dabei dadurch dafür daher daran darauf darüber dass deren dessen deshalb dürfen eben etwa
gab gar gibt hätte hätten immer ja jedoch konnte konnten kann mehr mögen mehrere neben obwohl schon sei seien seit
sogar sowie trotz unsere wegen wer wurde wurden worden während sagt sagte sagen laut https http www com rt`,
  ],
  denies: 'nicht nichts kein keine keinem keinen keiner keines nie niemals niemand weder nirgends ohne',
  // Who has no umlauts writes ae, oe, ue (“Waehler”); only German readers of German text may take them for umlauts:
  // “Israel”, “Poet” are changed alike wherever they stand. After a, e and q the u is not one (“neue”, “bauen”, “Quelle”).
  stem: (word) => stemmer(word.replace(/([ao])e/g, '$1').replace(/(?<![aeq])ue/g, 'u')),
  numbers: `2:zwei 3:drei 4:vier 5:fünf 6:sechs 7:sieben 8:acht 9:neun 10:zehn 11:elf 12:zwölf 13:dreizehn 14:vierzehn
15:fünfzehn 16:sechzehn 17:siebzehn 18:achtzehn 19:neunzehn 20:zwanzig 30:dreißig 40:vierzig 50:fünfzig 60:sechzig
70:siebzig 80:achtzig 90:neunzig 100:hundert`,
  scales:
    '1e3:tausend tausende 1e6:million millionen mio 1e9:milliarde milliarden mrd 1e12:billion billionen',
  percent: 'prozent',
  capitalNouns: true,
  decimalComma: true,
};
