/** A change that a backup would make, in words: a line each, or two for a list that loses and wins entries. */
import type { Difference, ListKey, ValueKey } from '../../../lib/store/backup/differences';
import type { Loudness, Settings } from '../../../lib/store/settings';
import { say, sayCount, type WordKey } from '../../../lib/words';
import { namesOf } from '../marks/GroupRow';

const NAMES: Readonly<Record<ValueKey | ListKey, WordKey>> = {
  loudness: 'options_loudness',
  strictness: 'options_strictness',
  siteMode: 'options_sites_mode',
  tellChanges: 'options_tell',
  notifyChanges: 'options_notify',
  topicsOff: 'options_topics_off',
  languagesOff: 'options_languages_off',
  sitesOff: 'options_sites_off',
  sitesOnly: 'options_sites_only',
  dismissed: 'options_dismissed',
};

const VALUES: Readonly<Record<Exclude<Settings[ValueKey], boolean>, WordKey>> = {
  badge: 'options_loudness_badge',
  underline: 'options_loudness_underline',
  list: 'options_loudness_list',
  normal: 'options_strictness_normal',
  strict: 'options_strictness_strict',
  all: 'options_sites_mode_all',
  only: 'options_sites_mode_only',
};

const sayValue = (value: Settings[ValueKey]): string =>
  typeof value === 'boolean' ? say(value ? 'options_value_on' : 'options_value_off') : say(VALUES[value]);

const sayOwn = (value: Loudness | undefined): string =>
  value === undefined ? say('options_groups_same') : sayValue(value);

export function sayDifference(difference: Difference): string[] {
  if (difference.kind === 'group') {
    const { group, was, becomes } = difference;
    return [say('options_import_value', namesOf(group), sayOwn(was), sayOwn(becomes))];
  }
  const name = say(NAMES[difference.key]);
  if (difference.kind === 'value')
    return [say('options_import_value', name, sayValue(difference.was), sayValue(difference.becomes))];
  const { added, removed } = difference;
  return [
    ...(added.length > 0 ? [sayCount('options_import_list_added', added.length, name)] : []),
    ...(removed.length > 0 ? [sayCount('options_import_list_removed', removed.length, name)] : []),
  ];
}
