/** The language a record says it is in. */
import { many, type Notes, written } from './fields';
import { isRow } from './type';

/** Names of languages as publishers write them where a tag belongs: in English, and in the language itself. */
const NAMES: Readonly<Record<string, string>> = {
  ...{
    arabic: 'ar',
    bengali: 'bn',
    bangla: 'bn',
    bulgarian: 'bg',
    catalan: 'ca',
    chinese: 'zh',
    croatian: 'hr',
  },
  ...{ czech: 'cs', danish: 'da', dutch: 'nl', english: 'en', finnish: 'fi', french: 'fr', german: 'de' },
  ...{
    greek: 'el',
    hebrew: 'he',
    hindi: 'hi',
    hungarian: 'hu',
    indonesian: 'id',
    italian: 'it',
    japanese: 'ja',
  },
  ...{
    korean: 'ko',
    malay: 'ms',
    norwegian: 'no',
    persian: 'fa',
    polish: 'pl',
    portuguese: 'pt',
    romanian: 'ro',
  },
  ...{
    russian: 'ru',
    serbian: 'sr',
    slovak: 'sk',
    slovenian: 'sl',
    spanish: 'es',
    swedish: 'sv',
    tamil: 'ta',
  },
  ...{ telugu: 'te', thai: 'th', turkish: 'tr', ukrainian: 'uk', urdu: 'ur', vietnamese: 'vi' },
  ...{ deutsch: 'de', español: 'es', français: 'fr', italiano: 'it', português: 'pt', nederlands: 'nl' },
};
/** Tags that say that no language is meant (ISO 639-2: undetermined, multiple, none), and one for examples. */
const NONE = new Set(['und', 'mul', 'zxx', 'mis', 'xx']);

/** The primary subtag (`pt` of `pt-BR`, `pt_BR`, `{name: 'Portuguese'}`) of the first of one or many that tells it. */
export function languageOf(value: unknown, pointer: string, notes: Notes): string | undefined {
  let unread = false;
  for (const item of many(value)) {
    const names = isRow(item)
      ? [item['@value'], item.alternateName, item.identifier, item['@id'], item.name]
      : [item];
    for (const name of names.map(written)) {
      if (name === '') continue;
      const tag = tagOf(name);
      if (tag !== undefined) return tag;
      unread = true;
    }
  }
  if (unread)
    notes.add('language-unreadable', pointer, 'is not a language tag (such as “pt-BR”); it was left out');
  return undefined;
}

function tagOf(name: string): string | undefined {
  const found = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?$/.exec(name)?.[1]?.toLowerCase();
  const tag = found ?? (Object.hasOwn(NAMES, name.toLowerCase()) ? NAMES[name.toLowerCase()] : undefined);
  return tag === undefined || NONE.has(tag) ? undefined : tag;
}

/** Languages that value objects are marked with (`{"@value": …, "@language": "de"}`). */
export const markedLanguage = (value: unknown): unknown =>
  many(value).flatMap((item) => (isRow(item) ? [item['@language']] : []));
