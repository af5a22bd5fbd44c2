/** Who says a sentence and to whom, as against whom it is about: "…, officials in Washington said". */
import type { Mention } from './mentions';
import type { Read } from './search';
import type { Word } from './words';

const SAYING =
  /^(said|says|say|told|tells|writes|wrote|argues?|argued|found|noted|conceded|confirmed|confirms|claimed|insisted|insists|added|explained|warned|reported|complained|joked|thinks?|thought|believes?|believed)$/;
/** Verbs that are nouns elsewhere: "no claim on American troops", but "…, the leaflet claims." */
const SAYING_LAST = /^(finds?|claims?|notes?|reports?|states?|shows?)$/;

/** Who says it and to whom, after the last comma: "…, a diplomat in Washington said", "…, Lebanon told the Americans". */
export function aside(read: Read): { speakers: readonly Mention[]; audience: readonly Mention[] } {
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
