/** Who says a sentence, to whom and who stands by, as against whom it is about: "…, officials in Washington said". */
import type { Mention } from './mentions';
import type { Read } from './search';
import type { Word } from './words';

const SAYING =
  /^(said|says|say|told|tells|writes|wrote|argues?|argued|found|noted|conceded|confirmed|confirms|claimed|insisted|insists|added|explained|warned|reported|complained|joked|thinks?|thought|believes?|believed)$/;
/** Verbs that are nouns elsewhere: "no claim on American troops", but "…, the leaflet claims." */
const SAYING_LAST = /^(finds?|claims?|notes?|reports?|states?|shows?)$/;

/** Who says it and to whom, after the last comma: "…, a diplomat in Washington said", "…, Lebanon told the Americans". */
export function aside(read: Read): {
  speakers: readonly Mention[];
  audience: readonly Mention[];
} {
  const { words, mentions } = read;
  let from = words.length - 1;
  while (from > 0 && words[from]?.before === '' && words.length - from < 12) from--;
  const verb = words.findIndex(
    (w, i) => i >= from && (SAYING.test(w.word) || (i === words.length - 1 && SAYING_LAST.test(w.word))),
  );
  if (from <= 0 || words[from]?.before !== 'comma' || verb < 0) return { speakers: [], audience: [] };
  const topic = words.findIndex((w, i) => i > verb && /^(of|about|that)$/.test(w.word));
  const inside = mentions.filter((m) => m.start >= from && (topic < 0 || m.start < topic));
  const told = /^(told|tells)$/.test((words[verb] as Word).word);
  return {
    speakers: inside.filter((m) => !told || m.start < verb),
    audience: told ? inside.filter((m) => m.start > verb) : [],
  };
}

/** What a country gives to what others do: "a pact …, with America's blessing". */
const BLESSING =
  /^(blessing|approval|consent|assent|encouragement|mediation|permission|nod|acquiescence|connivance|go)$/;
/** The same, if somebody else is named too: "Jordan and Israel share data, with American help". */
const HELP = /^(help|support|backing|aid|assistance|money|weapons|arms|advice|guidance|pressure|urging)$/;
const BROKERED =
  /^(brokered|mediated|witnessed|monitored|sponsored|hosted|blessed|welcomed|condemned|overseen|facilitated|championed|urged|supervised)$/;
const WATCHING =
  /^(watched|watches|watching|looked|looks|looking|listened|welcomed|objected|mediated|stood|applauded|condemned|flew|visited|arrived|toured|struck|bombed|hit|pounded)$/;

/** Countries that stand by while others act: "brokered by America", "as Israel looked on", "with its blessing". */
export function bystanders({ words, mentions }: Read, parties: readonly string[]): Mention[] {
  const others = mentions.some((m) => !parties.includes(m.code));
  return mentions.filter(({ start, end }) => {
    const first = /^(the|an?)$/.test(words[start - 1]?.word ?? '') ? start - 1 : start;
    const before = words[first - 1]?.word ?? '';
    const after = words[end]?.word === 's' ? end + 1 : end;
    const next = words[after]?.word ?? '';
    if (before === 'with' && (BLESSING.test(next) || (others && HELP.test(next)))) return true;
    if (before === 'by' && BROKERED.test(words[first - 2]?.word ?? '')) return true;
    return /^(as|while)$/.test(before) && first > 1 && WATCHING.test(next);
  });
}
