/**
 * Spanish. The stop words are written out here: the list of @orama/stopwords holds words that claims are made of
 * (`trabajo`, `país`, `estados`, `verdad`, `cinco`).
 */
import { stemmer } from '@orama/stemmers/spanish';
import type { Written } from './rules';

export const spanish: Written = {
  stop: [
    `a al algo alguien alguna algunas alguno algunos algún ante antes aquel aquella aquellas aquello aquellos aquí así
aún aunque bajo bien cada casi como con contra cual cuales cualquier cuando cuanto cuya cuyas cuyo cuyos cómo cuál
cuándo cuánto cuántos de del desde después donde dónde durante e el él ella ellas ello ellos en entonces entre era eran
eras eres es esa esas ese eso esos esta está estaba estaban estado estamos están estar estará estas este esto estos
estoy estuvo estuvieron fue fuera fueron fui ha haber había habían habrá han has hasta hay haya he hemos hizo hubo
incluso la las le les lo los luego más me mediante mi mí mientras mis misma mismas mismo mismos mucha muchas mucho
muchos muy nada nos nosotras nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por
porque pues puede pueden que qué quien quién quienes se sea sean según ser será serán sería si sí sido siendo sino sobre
sólo solo son soy su sus suya suyo tal también tan tanto te tener tenía tenían ti tiene tienen toda todas todavía todo
todos tras tu tú tus u un una unas uno unos usted ustedes va van vez vosotros y ya yo dijo dice dicen decir dijeron dicho hace hacen hacer hecho hará hizo hicieron
https http www com rt`,
  ],
  denies: 'no ni nunca jamás sin tampoco ningún ninguna ninguno ningunos nada nadie',
  // Snowball tells “prohibió” from “servicio” by the accent, which many leave out: the i goes from both.
  stem: (word) => stemmer(word).replace(/(?<=.{4})i$/, ''),
  numbers: `2:dos 3:tres 4:cuatro 5:cinco 6:seis 7:siete 8:ocho 9:nueve 10:diez 11:once 12:doce 13:trece 14:catorce
15:quince 16:dieciséis 17:diecisiete 18:dieciocho 19:diecinueve 20:veinte 30:treinta 40:cuarenta 50:cincuenta
60:sesenta 70:setenta 80:ochenta 90:noventa 100:cien`,
  scales: '1e3:mil miles 1e6:millón millones 1e12:billón billones',
  percent: 'ciento',
  decimalComma: true,
};
