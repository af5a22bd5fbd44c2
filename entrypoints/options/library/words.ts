/** Everything the library's settings say. */
import type { Schedule } from '../../../lib/store/source';

/** The public feed; facts about it as others reported them in 2026. */
export const PUBLIC_FEED = 'https://storage.googleapis.com/datacommons-feeds/factcheck/latest/data.json';

const AGAIN: Readonly<Record<Schedule, string>> = {
  never: 'not again unless you press “Update now”',
  daily: 'again every day',
  weekly: 'again every week',
};

export const WORDS = {
  title: 'Library',
  lead: 'Whose checks pages are held against. All of it is kept on this machine; switch any part off.',
  none: 'You have not added a source.',
  comes: 'comes with Factmark',
  on: 'Marks its claims on pages.',

  details: 'About this source',
  report: 'What became of its records',
  publishers: 'Publishers',
  room: 'Room taken on this machine',
  inAll: (bytes: string) => `${bytes} in all.`,

  updateNow: 'Update now',
  updateLabel: (title: string) => `Update ${title} now`,
  often: 'Look for updates',
  oftenLabel: (title: string) => `How often to look for updates of ${title}`,
  schedules: { never: 'only by hand', daily: 'every day', weekly: 'every week' } satisfies Record<
    Schedule,
    string
  >,
  rollBack: (version: string) => `Go back to the version of ${version}`,
  remove: 'Remove',
  removeLabel: (title: string) => `Remove ${title}`,
  removing: {
    title: (title: string) => `Remove ${title}?`,
    goes: (what: string, bytes: string) =>
      `${what} and their index (${bytes}) are deleted from this machine, and what you chose for them. Their marks disappear from open pages.`,
    host: (host: string) => `Factmark asks ${host} for nothing any more.`,
    again: 'It can be added again.',
    yes: 'Remove it',
    doing: 'Removing…',
    no: 'Keep it',
  },
  removed: (title: string) => `Removed ${title}.`,
  removingNow: (title: string) => `Removing ${title}…`,
  goingBackNow: (title: string) => `Taking ${title} back a version…`,
  goingBack: 'Going back…',
  wentBack: (title: string, asked: boolean) =>
    `${title} is as it was before its last update.${asked ? ' It is updated only by hand now.' : ''}`,

  terms: {
    publisher: 'Publisher',
    corrections: 'Corrections',
    support: 'Support',
    licence: 'Licence',
    noLicence: 'not stated; each publisher’s own terms hold',
    address: 'Address',
    fromFile: 'from a file',
    holds: 'Holds',
    languages: 'Languages',
    version: 'Version',
    newest: 'Newest check',
    unknown: 'not known',
    installed: 'Installed',
    looked: 'Last looked for',
    notLooked: 'not yet',
    wentWell: 'no problem',
    signed: 'Signed',
    key: (fingerprint: string) => `with key ${fingerprint}; updates signed with another are refused`,
    notSigned: 'not signed',
    size: 'Room',
    before: (bytes: string) => `${bytes} of it so that you can go back one version`,
  },

  records: {
    part: 'These counts are of what was new in the last update; what was here before is not counted again.',
    taken: 'taken',
    changed: 'of these changed, because something in them could not be kept as it was',
    repeated: 'said again what another one says',
    superseded: 'gave way to a later one on the same claim',
    refused: 'refused',
    unmatched: 'kept, but not marked on pages: they say too little to be told from their topic',
    reasons: 'By reason',
    first: 'The first refusals',
    more: (n: string) => `and ${n} more`,
  },

  filter: {
    search: 'Find a publisher',
    found: (shown: string, all: string) => `${shown} of ${all} publishers`,
    rest: (reviews: string) => `${reviews} are by publishers too small to be listed; they stay on.`,
    allOn: (n: string) => `Switch ${n} on`,
    allOff: (n: string) => `Switch ${n} off`,
    none: 'No publisher has that in its name.',
  },

  add: {
    title: 'Add a source',
    what: 'A pack of checks, a ClaimReview feed, or a page that carries ClaimReview.',
    address: 'Address',
    hint: 'Such as https://factchecks.example/pack.json. Nothing is asked for before you agree.',
    go: 'Add…',
    invalid:
      'Write or paste an address that starts with https:// or http://, such as https://factchecks.example/pack.json.',
    files: 'Add from files…',
    filesHint:
      'A feed (.json, .jsonl, .html), a pack in one file, or a pack’s pack.json together with its shards. Files are read and kept on this machine; nothing is sent.',
    cancel: 'Cancel',
    progress: 'Progress',
  },
  asking: {
    title: (host: string) => `Ask ${host}?`,
    text: (host: string, schedule: Schedule) =>
      `Factmark will ask ${host} for this file now, and ${AGAIN[schedule]}. ${host} learns your IP address, that somebody uses Factmark, and what every request of your browser tells (which browser, which language). It can know that the same reader asks again. It learns nothing of what you read.`,
    withheld: (host: string) =>
      `Your browser does not let Factmark reach ${host} yet; it will ask you whether it may.`,
    plain: 'This address is not encrypted: others on the way can see and change what is sent.',
    yes: (host: string) => `Ask ${host}`,
    no: 'Not now',
    denied: (host: string) =>
      `Your browser does not let Factmark reach ${host}, so nothing was asked for. Try again and allow it, or add the file from your disk.`,
  },
  publicFeed: {
    title: 'The public feed of fact-checks',
    text: 'Collected by Data Commons from what publishers themselves put up as ClaimReview: about 92,000 records in a file of about 60 MB, as reported in 2026.',
    licence:
      'The compilation is under CC BY; each record is under its own publisher’s terms, which it may state.',
    weakness:
      'Anyone may submit to it, also in another publisher’s name: blogs and tests are in it, and Factmark has not checked it. After adding it you can choose publishers.',
    add: 'Add the public feed',
    there: 'You have added it.',
  },
  broken:
    'The reader stopped. Please try again; if it happens again, what you add may be too large for this machine.',
} as const;
