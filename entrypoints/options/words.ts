/** Everything the settings page says. */
import { sayNumber } from '../../components/dates';
import { MOST_REQUESTS } from '../../lib/store/network/receipt';
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
  changed: {
    title: 'Changed verdicts',
    label: 'Tell me when a check that I opened changes',
    description:
      'Factmark remembers, on this machine only, which checks you opened and what they said, and tells you once when an update says another thing.',
    none: 'No check that you opened has changed.',
    some: (checks: string) =>
      `${checks} of those you opened changed since. Each says what, when it is opened again.`,
    forget: 'Forget what I opened',
  },
  requests: {
    title: 'Requests',
    lead: `Every request that Factmark made, and why. None is made because of a page you read. The newest ${sayNumber(MOST_REQUESTS)} are kept.`,
    none: 'Factmark has made no request.',
    table: 'Requests, newest first',
    columns: ['When', 'Address', 'Why', 'Received', 'How it ended'],
    newest: (shown: string, all: string) => `The newest ${shown} of ${all} are shown; the file has all.`,
    save: 'Save as a file',
    erase: 'Erase this list',
  },
  about: {
    title: 'About',
    version: 'Version',
    library: 'Library',
    libraryValue: (checks: string, reviews: string) => `${checks} in full, ${reviews} known by one sentence`,
    privacyTitle: 'Privacy',
    privacy:
      'Pages are read and matched on this machine, and no word of a page leaves the browser. Factmark asks for nothing but the files of sources that you added: when you add or update them, and as often as you chose; never because of a page. Each request is listed under Requests. Your settings and what you opened stay in this browser.',
  },
} as const;
