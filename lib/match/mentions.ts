/** Mentions of countries in a sentence, as ranges of words. */
import { NO_PLACE, PLACES } from './places';
import type { Word } from './words';

export interface Mention {
  readonly code: string;
  /** Word indices, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Every country mention in `words`, longest name first, none overlapping, in order. */
export function mentions(words: readonly Word[]): Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < words.length; ) {
    const named = PLACES.get(words[i]?.word as string);
    const hit = named?.find((p) => p.words.every((w, k) => words[i + k]?.word === w));
    if (hit) {
      const end = i + hit.words.length;
      if (hit.code !== NO_PLACE && !isPrivate(words, i, end) && !isPerson(words, i))
        found.push({ code: hit.code, start: i, end });
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
  'jews jew jewry muslims christians evangelicals evangelical preacher preachers pastor pastors rabbi rabbis priest bishop scholar scholars academic academics archaeologist archaeologists historian historians player players pitcher striker goalkeeper midfielder footballer league team teams club clubs coach studio studios label actor actors actress singer singers rapper novel novelist poet poets author authors newspaper newspapers magazine magazines doctors nurses volunteer volunteers donor donors lobby lawyer lawyers attorney attorneys court courts judge judges union unions tourists tourist student students university universities college colleges campus campuses museum film films movie airline airlines bank banks investor investors startup startups hospital hospitals gamer gamers streamer streamers relatives couple families firefighters jeweler chefs chef restaurant restaurants orchestra choir supermarket supermarkets brewers bakers farmers dairies insurer insurers retailer',
);

/** Words that may stand between such a name and what it qualifies: "American Jewish volunteers". */
const BETWEEN = set(
  'jewish arab muslim christian evangelical supreme district federal appeals high law young',
);

function isPrivate(words: readonly Word[], start: number, end: number): boolean {
  if (!QUALIFYING.has(words[start]?.word as string) || end > start + 1) return false;
  const next = words[end];
  if (next?.before !== '') return false;
  if (PRIVATE.has(next.word)) return true;
  const after = words[end + 1];
  return BETWEEN.has(next.word) && after?.before === '' && PRIVATE.has(after.word);
}

/** "One Israel Gutierrez", "Steve Israel": a person who bears the name. */
function isPerson(words: readonly Word[], at: number): boolean {
  if (words[at]?.word !== 'israel') return false;
  const last = words[at - 1]?.word ?? '';
  if (/^(steve|izzy|mr|dr|named|rapper|singer|justice|professor|boxer|striker)$/.test(last)) return true;
  return (
    words[at + 1]?.before === '' &&
    /^(gutierrez|cohen|levy|[a-z]{3,}(ez|stein|berg|sson)|santos|adesanya|kamakawiwoole|houghton|keyes|folau)$/.test(
      words[at + 1]?.word ?? '',
    )
  );
}
