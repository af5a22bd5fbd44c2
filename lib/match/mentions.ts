/** Mentions of countries in a sentence, as ranges of words. */
import { opensName } from './names';
import { NO_PLACE, PLACES } from './places';
import type { Word } from './words';

export interface Mention {
  readonly code: string;
  /** Word indices, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Every country mention in `words`, longest name first, none overlapping, in order. `text`, theirs, tells names. */
export function mentions(words: readonly Word[], text = ''): Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < words.length; ) {
    const named = PLACES.get(words[i]?.word as string);
    const hit = named?.find((p) => p.words.every((w, k) => words[i + k]?.word === w));
    if (hit) {
      const end = i + hit.words.length;
      const other = isPrivate(words, i, end) || isPerson(words, i) || opensName(words, i, end, text);
      if (hit.code !== NO_PLACE && !other) found.push({ code: hit.code, start: i, end });
      i = end;
    } else i++;
  }
  return found;
}

const set = (words: string) => new Set(words.split(' '));

/** Names that qualify what follows them: "an American preacher" is not America. */
const QUALIFYING = set('american israeli usa');

/** People, bodies and wares that bear a country's name without acting for it. */
const PRIVATE = set(
  'jews jew jewry muslims christians evangelicals evangelical preacher preachers pastor pastors rabbi rabbis priest bishop scholar scholars academic academics archaeologist archaeologists historian historians player players pitcher striker goalkeeper midfielder footballer league team teams club clubs coach studio studios actor actors actress singer singers rapper novel novelist poet poets author authors newspaper newspapers magazine magazines doctors nurses volunteer volunteers donor donors lobby lawyer lawyers attorney attorneys court courts judge judges union unions tourists tourist student students university universities college colleges campus campuses museum film films movie airline airlines bank banks investor investors startup startups hospital hospitals gamer gamers streamer streamers relatives couple families firefighters jeweler chefs chef restaurant restaurants orchestra choir supermarket supermarkets brewers bakers farmers dairies insurer insurers retailer rival rivals teammate teammates opponent opponents colony express idol bonds football basketball league girl boy teenager woman man shopper shoppers viewers brothers sisters twins advocates advocate bar seminary yeshiva church churches synagogue synagogues weather right left gymnast gymnasts athlete athletes swimmers boxers refugees zionists citizen town towns village villages consulate',
);

/** Trades and schools of thought: "Israeli shopkeepers", "American evangelists". */
const CALLING =
  /^[a-z]{3,}(keepers?|workers?|sellers?|dealers?|growers?|owners?|writers?|ologists?|ianists?|angelists?)$/;

/** Words that may stand between such a name and what it qualifies: "American Jewish volunteers". */
const BETWEEN = set(
  'jewish arab muslim christian evangelical supreme district federal appeals high law young',
);

function isPrivate(words: readonly Word[], start: number, end: number): boolean {
  if (!QUALIFYING.has(words[start]?.word as string) || end > start + 1) return false;
  const next = words[end];
  if (next?.before !== '') return false;
  if (PRIVATE.has(next.word) || CALLING.test(next.word)) return true;
  const after = words[end + 1];
  return BETWEEN.has(next.word) && after?.before === '' && PRIVATE.has(after.word);
}

/** Ranks and callings that stand before a first name. */
const PERSONS = set(
  'steve izzy mr dr named rapper singer justice professor boxer striker private sergeant corporal captain lieutenant colonel poet painter novelist actor defender midfielder goalkeeper pitcher quarterback pastor reverend deacon brother uncle',
);

/** "One Israel Gutierrez", "Steve Israel": a person who bears the name. */
function isPerson(words: readonly Word[], at: number): boolean {
  if (words[at]?.word !== 'israel') return false;
  const last = words[at - 1]?.word ?? '';
  if (PERSONS.has(last)) return true;
  if (last === 'is' && words[at - 2]?.word === 'name') return true;
  return (
    words[at + 1]?.before === '' &&
    /^(gutierrez|cohen|levy|[a-z]{3,}(ez|stein|berg|sson)|santos|adesanya|kamakawiwoole|houghton|keyes|folau)$/.test(
      words[at + 1]?.word ?? '',
    )
  );
}
