/** Everything the popup says. */

export const WORDS = {
  settings: 'Settings',
  back: 'Back',
  siteOn: (host: string) => `On at ${host}`,
  siteOff: (host: string) => `Off at ${host}`,
  pause: 'Pause Factmark',
  pauseHour: 'Pause for an hour',
  pauseForever: 'Pause until I turn it on',
  resume: 'Turn on again',
  found: (n: number) => (n === 1 ? '1 check found on this page' : `${n} checks found on this page`),
  sentenceGone: 'That sentence is no longer on the page.',
  failed: 'That did not work. Please try again.',

  waiting: { title: 'Reading this page', text: 'This usually takes less than a second.' },
  stillReading: {
    title: 'Still reading',
    text: 'This page is slow to settle. If it was open before Factmark was installed, reload it.',
  },
  nothing: {
    title: 'Nothing here matches a check',
    text: 'That does not mean it is true. It means that no check in your library is about a sentence on this page.',
  },
  unreadable: {
    title: 'This page can’t be read',
    text: 'Browsers keep extensions out of their own pages, add-on stores and some protected sites. Open an article and try again.',
  },
  siteIsOff: {
    title: 'Off on this site',
    text: 'Nothing here is read or marked.',
    action: 'Turn on here',
  },
  publisherSaysNo: {
    title: 'This page’s publisher asked not to be read',
    text: 'Factmark keeps to that: nothing here is searched or marked.',
  },
  paused: {
    title: 'Factmark is paused',
    forever: 'Nothing is read on any site until you turn it on again.',
    until: (time: string) => `Nothing is read on any site until ${time}.`,
  },
  topicsOff: {
    title: 'All topics are off',
    text: 'Factmark has nothing to look for until you switch a topic on.',
    action: 'Choose topics',
  },
  lost: {
    title: 'No answer',
    text: 'Factmark’s background did not answer. It may be updating; this popup keeps asking.',
  },
  loadingCheck: 'Opening the check…',
  noCheck: {
    title: 'This check is not in your library',
    text: 'It may have been withdrawn or its topic removed.',
  },
} as const;
