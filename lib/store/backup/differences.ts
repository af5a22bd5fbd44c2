/** What a backup would change, told before anything is: pure, from the settings as they are and as they would be. */
import type { StoredOpened } from '../database';
import { type Loudness, type Settings, VERDICT_GROUPS, type VerdictGroup } from '../settings';
import type { StoredSource } from '../source';
import type { ReadBackup, SavedSource } from './format';

const VALUES = ['loudness', 'strictness', 'siteMode', 'tellChanges', 'notifyChanges'] as const;
const LISTS = ['topicsOff', 'languagesOff', 'sitesOff', 'sitesOnly', 'dismissed'] as const;

export type ValueKey = (typeof VALUES)[number];
export type ListKey = (typeof LISTS)[number];

export type Difference =
  | { readonly kind: 'value'; readonly key: ValueKey; readonly was: Value; readonly becomes: Value }
  | {
      readonly kind: 'list';
      readonly key: ListKey;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** How loud a group of verdicts is; `undefined`: as all others. */
  | {
      readonly kind: 'group';
      readonly group: VerdictGroup;
      readonly was: Loudness | undefined;
      readonly becomes: Loudness | undefined;
    };

type Value = Settings[ValueKey];

/** In the order of the settings page. `locked` settings cannot change. */
export function differences(
  now: Settings,
  then: Partial<Settings>,
  locked: readonly (keyof Settings)[] = [],
): readonly Difference[] {
  const free = (key: keyof Settings) => then[key] !== undefined && !locked.includes(key);
  const values = VALUES.filter(free).flatMap((key): Difference[] => {
    const becomes = then[key];
    return becomes === undefined || becomes === now[key]
      ? []
      : [{ kind: 'value', key, was: now[key], becomes }];
  });
  const groups = !free('loudnessFor')
    ? []
    : VERDICT_GROUPS.flatMap((group): Difference[] => {
        const was = now.loudnessFor[group];
        const becomes = then.loudnessFor?.[group];
        return was === becomes ? [] : [{ kind: 'group', group, was, becomes }];
      });
  const lists = LISTS.filter(free).flatMap((key): Difference[] => {
    const [was, becomes] = [entriesOf(now, key), entriesOf(then, key)];
    const added = without(becomes, was);
    const removed = without(was, becomes);
    return added.length + removed.length === 0 ? [] : [{ kind: 'list', key, added, removed }];
  });
  return [...values, ...groups, ...lists];
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}

/** A list's entries as text; of “Not this claim”, check and sentence. */
const entriesOf = (settings: Partial<Settings>, key: ListKey): readonly string[] =>
  key === 'dismissed'
    ? (settings.dismissed ?? []).map(({ check, sentence }) => `${check}\n${sentence}`)
    : (settings[key] ?? []);

/** Sources of a backup that are not here. They are not added with it: each host is asked for by the reader. */
export function missingSources(
  saved: readonly SavedSource[],
  here: readonly Pick<StoredSource, 'address' | 'title'>[],
): readonly SavedSource[] {
  const known = new Set(here.map(({ address, title }) => address ?? title));
  return saved.filter(({ address, title }) => !known.has(address === '' ? title : address));
}

/** Checks opened that are not known here, or were opened later than known here. */
export function newOpened(
  saved: readonly StoredOpened[],
  here: readonly Pick<StoredOpened, 'id' | 'opened'>[],
): readonly StoredOpened[] {
  const known = new Map(here.map(({ id, opened }) => [id, Date.parse(opened)]));
  // Not as text: a time may be told in another zone, and years past 9999 begin with a sign. What can't be read is no time.
  return saved.filter(({ id, opened }) => !(Date.parse(opened) <= (known.get(id) ?? Number.NaN)));
}

/** All that a backup would change. */
export interface Preview {
  readonly settings: readonly Difference[];
  readonly opened: number;
  readonly sources: readonly SavedSource[];
}

export interface Here {
  readonly settings: Settings;
  readonly locked: readonly (keyof Settings)[];
  readonly sources: readonly Pick<StoredSource, 'address' | 'title'>[];
  readonly opened: readonly Pick<StoredOpened, 'id' | 'opened'>[];
}

export function preview(backup: ReadBackup, { settings, locked, sources, opened }: Here): Preview {
  const remembers = locked.includes('tellChanges')
    ? settings.tellChanges
    : (backup.settings.tellChanges ?? settings.tellChanges);
  return {
    settings: differences(settings, backup.settings, locked),
    opened: remembers ? newOpened(backup.opened, opened).length : 0,
    sources: missingSources(backup.sources, sources),
  };
}
