/** The file that a reader's settings are saved in and read from: `factmark-settings-1`. A file is read as hostile. */
import * as v from 'valibot';
import { RATINGS } from '../../claims';
import { say } from '../../words';
import type { StoredOpened } from '../database';
import { entriesLeftOut, fittingSettings, type Settings } from '../settings';
import { SCHEDULES, type StoredSource } from '../source';

export const FORMAT = 'factmark-settings-1';
/** Bytes (or characters) of such a file: well above what all settings can come to. */
export const LARGEST_BACKUP = 16_000_000;
const MOST_SOURCES = 1_000;
const MOST_OPENED = 2_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const SourceSchema = v.object({
  /** '' for a source that came from a file. */
  address: v.union([v.literal(''), v.pipe(text(2_000), v.url(), v.regex(/^https?:\/\//i))]),
  title: text(300),
  kind: v.picklist(['feed', 'pack']),
  schedule: v.picklist(SCHEDULES),
  publishersOff: v.pipe(v.array(text(300)), v.maxLength(1_000)),
  /** Public key (base64url) that a pack was signed with. Files of earlier programs have none. */
  key: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
});

const OpenedSchema = v.object({
  id: text(400),
  opened: v.pipe(text(40), v.isoTimestamp()),
  question: text(4_000),
  verdict: v.object({ label: text(300), rating: v.picklist(RATINGS) }),
  answer: text(4_000),
  checkedOn: text(40),
  text: text(80),
});

export type SavedSource = v.InferOutput<typeof SourceSchema>;

/** Everything of a reader's own, as the file holds it. */
export interface Backup {
  readonly format: typeof FORMAT;
  /** When it was saved (ISO 8601), and by which version. */
  readonly exported: string;
  readonly version: string;
  readonly settings: Partial<Settings>;
  readonly sources: readonly SavedSource[];
  readonly opened: readonly StoredOpened[];
}

/** A backup that was read, and how many of its entries could not be. */
export interface ReadBackup extends Backup {
  readonly leftOut: number;
}

/** What is not taken along: a pause is of the moment. */
type Lasting = Partial<Omit<Settings, 'version' | 'pausedUntil'>>;
const lasting = ({ version: _version, pausedUntil: _until, ...rest }: Partial<Settings>): Lasting => rest;

export interface BackupParts {
  readonly at: Date;
  readonly version: string;
  /** What the reader chose, without what an organisation set. */
  readonly settings: Partial<Settings>;
  readonly sources: readonly StoredSource[];
  readonly opened: readonly StoredOpened[];
}

/** The file's text. */
export function writeBackup({ at, version, settings, sources, opened }: BackupParts): string {
  const backup: Backup = {
    format: FORMAT,
    exported: at.toISOString(),
    version,
    settings: lasting(settings),
    sources: sources.map(({ address = '', title, kind, schedule, publishersOff, key }) => ({
      address,
      title,
      kind,
      schedule,
      publishersOff: [...publishersOff],
      ...(key !== undefined && { key }),
    })),
    opened,
  };
  return `${JSON.stringify(backup, null, 1)}\n`;
}

/**
 * Reads a file's text. Fields that it does not know, and entries that do not fit, are left out and counted.
 * @throws Error that says what to do, where the text is no backup.
 */
export function readBackup(file: string): ReadBackup {
  if (file.length > LARGEST_BACKUP) throw new Error(say('options_backup_too_large'));
  let whole: unknown;
  try {
    whole = JSON.parse(file);
  } catch {
    throw new Error(say('options_backup_not_ours'));
  }
  const { format, exported, version, settings, sources, opened } = Object(whole) as Record<string, unknown>;
  if (format !== FORMAT)
    throw new Error(
      typeof format === 'string' && /^factmark-settings-\d+$/.test(format)
        ? say('options_backup_newer')
        : say('options_backup_not_ours'),
    );
  const fitting = fittingSettings(settings);
  const given = Object.keys(Object(settings)).filter((key) => key !== 'version' && key !== 'pausedUntil');
  const some = {
    sources: fittingOf(SourceSchema, sources, MOST_SOURCES),
    opened: fittingOf(OpenedSchema, opened, MOST_OPENED),
  };
  return {
    format: FORMAT,
    exported: typeof exported === 'string' ? exported.slice(0, 40) : '',
    version: typeof version === 'string' ? version.slice(0, 40) : '',
    settings: lasting(fitting),
    sources: some.sources.fitting,
    opened: some.opened.fitting,
    leftOut:
      given.filter((key) => !Object.hasOwn(fitting, key)).length +
      given.reduce(
        (sum, key) => sum + (Object.hasOwn(fitting, key) ? entriesLeftOut(settings, fitting, key) : 0),
        0,
      ) +
      some.sources.leftOut +
      some.opened.leftOut,
  };
}

function fittingOf<S extends v.GenericSchema>(
  schema: S,
  list: unknown,
  most: number,
): { fitting: v.InferOutput<S>[]; leftOut: number } {
  if (list === undefined) return { fitting: [], leftOut: 0 };
  if (!Array.isArray(list)) return { fitting: [], leftOut: 1 };
  const fitting: v.InferOutput<S>[] = [];
  for (const one of list.slice(0, most)) {
    const parsed = v.safeParse(schema, one);
    if (parsed.success) fitting.push(parsed.output);
  }
  return { fitting, leftOut: list.length - fitting.length };
}
