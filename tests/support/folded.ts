/** Run as a program of its own, in the language that `LC_ALL` names: what becomes of words there, as JSON. */
import { rate } from '../../lib/claims/ratings/rate';
import { fold } from '../../lib/match/fold';
import { readDay } from '../../lib/match/score/post';

const WORDS = 'INFLATION IN İSTANBUL, IŞIK; STRASSE Straße; ΣΊΣΥΦΟΣ; Ǆ; हिन्दी; 臺灣; עִבְרִית; ١٢٣; ｆｕｌｌ';
console.log(
  JSON.stringify({
    language: new Intl.DateTimeFormat().resolvedOptions().locale,
    rest: {
      folded: fold(WORDS),
      ratings: ['MISLEADING', 'FICTION', 'TRUE', 'YANILTICI', 'İDDİA DOĞRU'].map((label) => rate(label)),
      day: readDay('APRIL 5, 2024'),
      sorted: ['ı', 'I', 'i', 'İ', 'z', 'ä'].sort(),
    },
  }),
);
