/** Italian. */
import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import type { Written } from './rules';

export const italian: Written = {
  stop: [
    ...stopwords,
    `alcun alcuna alcune alcuni altra altre altri altro ancora anzi appena avere bene ci ciò cioè così d da dopo
durante ecco entrambi essere essa esse essi esso fino già gl invece lì m meno mentre molta molte molti molto ogni
ognuno oppure ora parte perciò però più po poi prima proprio può possono pure qualche qualcuno quell quest quindi s
sempre sia solo sopra sotto stato stata stati state su t tale tanto tra un v vari verso viene detto dice dire
https http www com rt`,
  ],
  denies: 'non né mai nessun nessuno nessuna niente nulla nient senza neanche nemmeno neppure no',
  stem: stemmer,
  numbers: `2:due 3:tre 4:quattro 5:cinque 6:sei 7:sette 8:otto 9:nove 10:dieci 11:undici 12:dodici 13:tredici
14:quattordici 15:quindici 16:sedici 17:diciassette 18:diciotto 19:diciannove 20:venti 30:trenta 40:quaranta
50:cinquanta 60:sessanta 70:settanta 80:ottanta 90:novanta`,
  scales: '1e3:mille mila migliaia 1e6:milione milioni 1e9:miliardo miliardi',
  percent: 'cento',
  elides: true,
  decimalComma: true,
};
