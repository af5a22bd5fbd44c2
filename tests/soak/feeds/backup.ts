/** What a backup that was read may hold, said again without the product's schema: docs/researchers/formats.md, the settings. */
type Row = Record<string, unknown>;

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;
const isIn = (value: unknown, ...names: readonly unknown[]): boolean => names.includes(value);
const isList = (value: unknown, most: number, test: (item: never) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every((item) => test(item as never));
const keysAre = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((key) => names.includes(key));

const LOUD = ['badge', 'underline', 'list'];
const isSite = (value: unknown): boolean =>
  value === 'local files' || (isText(value, 260) && /^(?:\*\.)?[^\s/\\*?#@A-Z]+$/.test(value as string));

const SETTINGS: Readonly<Record<string, (value: unknown) => boolean>> = {
  loudness: (value) => isIn(value, ...LOUD),
  loudnessFor: (value) =>
    keysAre(value, ['true', 'caution', 'false', 'unknown', 'satire', 'context']) &&
    Object.values(value as Row).every((loud) => isIn(loud, ...LOUD)),
  strictness: (value) => isIn(value, 'normal', 'strict'),
  topicsOff: (value) => isList(value, 500, (item) => isText(item, 220)),
  languagesOff: (value) => isList(value, 300, (item) => isText(item, 35)),
  siteMode: (value) => isIn(value, 'all', 'only'),
  sitesOff: (value) => isList(value, 5_000, isSite),
  sitesOnly: (value) => isList(value, 5_000, isSite),
  tellChanges: (value) => isIn(value, true, false),
  notifyChanges: (value) => isIn(value, true, false),
  dismissed: (value) =>
    isList(
      value,
      2_000,
      (item: Row) =>
        keysAre(item, ['check', 'sentence']) && isText(item.check, 400) && isText(item.sentence, 1_300),
    ),
};

const isSource = (item: Row): boolean =>
  keysAre(item, ['address', 'title', 'kind', 'schedule', 'publishersOff']) &&
  isText(item.address, 2_000) &&
  (item.address === '' || /^https?:$/.test(new URL(item.address as string).protocol)) &&
  isText(item.title, 300) &&
  isIn(item.kind, 'feed', 'pack') &&
  isIn(item.schedule, 'never', 'daily', 'weekly') &&
  isList(item.publishersOff, 1_000, (one) => isText(one, 300));

const isOpened = (item: Row): boolean =>
  keysAre(item, ['id', 'opened', 'question', 'verdict', 'answer', 'checkedOn', 'text']) &&
  isText(item.id, 400) &&
  isText(item.opened, 40) &&
  !Number.isNaN(Date.parse(item.opened as string)) &&
  isText(item.question, 4_000) &&
  isText(item.answer, 4_000) &&
  isText(item.checkedOn, 40) &&
  isText(item.text, 80) &&
  keysAre(item.verdict, ['label', 'rating']) &&
  isText((item.verdict as Row).label, 300) &&
  isText((item.verdict as Row).rating, 12);

/** The first thing that is not as it must be; '' if all is. */
export function wrongBackup(value: unknown): string {
  const { settings, sources, opened, leftOut, ...rest } = value as Row;
  for (const [key, one] of Object.entries(settings as Row))
    if (!SETTINGS[key]?.(one)) return `settings.${key}: ${JSON.stringify(one)}`;
  if (!isList(sources, 1_000, isSource)) return `sources: ${JSON.stringify(sources)}`;
  if (!isList(opened, 2_000, isOpened)) return `opened: ${JSON.stringify(opened)}`;
  if (!Number.isSafeInteger(leftOut) || (leftOut as number) < 0) return `leftOut: ${leftOut}`;
  return keysAre(rest, ['format', 'exported', 'version']) &&
    Object.values(rest).every((one) => isText(one, 40))
    ? ''
    : 'more';
}
