/** Everything the settings page says. */
import type { Settings } from '../../lib/store/settings';

type Loudness = Settings['loudness'];

export const WORDS = {
  title: 'Factmark settings',
  lead: 'Changes are saved as you make them and reach open pages at once.',
  saved: 'Saved',
  failed: 'Not saved. Factmark’s background did not answer; please try again.',
  loading: 'Opening your settings…',
  lost: { title: 'No answer', text: 'Factmark’s background did not answer. Reload this page to try again.' },

  topics: {
    title: 'Topics',
    lead: 'Sentences are marked only for checks in topics that are on. New topics start on.',
  },
  loudness: {
    title: 'How loud',
    lead: 'What you see on a page when a sentence repeats a claim that was checked.',
    legend: 'How matching sentences are shown',
    options: {
      badge: {
        label: 'Badge and underline',
        description: 'A small badge after the sentence, which is underlined.',
      },
      underline: { label: 'Underline', description: 'Only a line under the sentence.' },
      list: {
        label: 'List only',
        description: 'Nothing on the page; matches are listed in the toolbar popup.',
      },
    } satisfies Record<Loudness, { label: string; description: string }>,
  },
  strictness: {
    legend: 'How sure Factmark must be',
    lead: 'How sure Factmark must be before it marks a sentence.',
    options: {
      normal: {
        label: 'Normal',
        description:
          'About 1 in 1,000 ordinary English news sentences was marked wrongly when it was measured.',
      },
      strict: {
        label: 'Strict',
        description: 'About 1 in 10,000. Finds fewer of the claims of added sources.',
      },
    } satisfies Record<Settings['strictness'], { label: string; description: string }>,
  },
  sources: {
    title: 'Added sources',
    lead: 'Checks by other publishers, known by one sentence each, from a ClaimReview feed.',
    none: 'You have not added a source.',
    add: 'Add a feed from a file…',
    hint: 'A ClaimReview feed: JSON, JSON-LD or JSON lines. It is read and kept on this machine.',
    cancel: 'Cancel',
    remove: 'Remove',
    removeLabel: (title: string) => `Remove ${title}`,
    progress: 'Progress',
    doing: {
      reading: (name: string) => `Reading ${name}…`,
      indexing: (_: string, reviews: string) => `Indexing ${reviews}…`,
      storing: (_: string, reviews: string) => `Storing ${reviews}…`,
    },
    added: (reviews: string, title: string) => `Added ${reviews} from ${title}.`,
    repeated: (records: string) => `${records} said again what another one says.`,
    superseded: (records: string) => `${records} gave way to a later one on the same claim.`,
    unmatched: (reviews: string) =>
      `${reviews} say too little to be told from their topic: kept, but not marked on pages.`,
    removed: (title: string) => `Removed ${title}.`,
    refused: (records: string) => `${records} left out`,
    more: (n: string) => `and ${n} more`,
    failed: (name: string) => `${name} was not added; nothing has changed.`,
    tooLarge: (megabytes: number) => `It is larger than ${megabytes} MB. Split it into smaller files.`,
    broken:
      'The reader stopped. Please try again; if it happens again, the file may be too large for this machine.',
  },
  sites: {
    title: 'Sites',
    lead: 'Factmark does not read pages on these sites.',
    none: 'No site is off. Factmark reads every page that the browser lets it read.',
    on: 'Turn on again',
    onLabel: (host: string) => `Turn on again at ${host}`,
    add: 'Turn off at a site',
    hint: 'A host name such as news.example.org. It counts for that host alone.',
    addButton: 'Turn off',
    invalid: 'Write a host name such as news.example.org, or paste the address of a page.',
    already: (host: string) => `${host} is off already.`,
  },
  pause: {
    title: 'Pause',
    running: 'Factmark is on.',
    forever: 'Factmark is paused until you turn it on.',
    until: (time: string) => `Factmark is paused until ${time}.`,
    hour: 'Pause for an hour',
    untilOn: 'Pause until I turn it on',
    resume: 'Turn on again',
  },
  dismissed: {
    title: '“Not this claim”',
    none: 'You have not said “Not this claim” to any sentence.',
    some: (n: string) => `${n} will not be marked again, because you said “Not this claim”.`,
    bringBack: 'Bring all back',
  },
  about: {
    title: 'About',
    version: 'Version',
    library: 'Library',
    libraryValue: (checks: string, reviews: string) => `${checks} in full, ${reviews} from added sources`,
    privacyTitle: 'Privacy',
    privacy:
      'Pages are read and matched on this machine. No word of a page leaves the browser, and the extension makes no network request. Your settings stay in this browser.',
  },
} as const;
