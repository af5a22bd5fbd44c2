/** Small valid checks and packs, for tests to break in one place. Plain JSON, as a publisher would write it. */

/** Every source is cited, every paragraph ends with a citation. */
export const aCheck = (change: Record<string, unknown> = {}) => ({
  format: 1,
  id: 'moon-cheese',
  topic: 'sky',
  language: 'en',
  question: 'Is the moon made of cheese?',
  answer: 'No. It is rock.',
  verdict: { label: 'No', rating: 'false' },
  checkedOn: '2025-11-30',
  claims: [
    {
      id: 'made-of-cheese',
      text: 'The moon is made of green cheese.',
      says: ['moon .. made of ~ cheese'],
    },
  ],
  summary: 'Samples are rock [1].\n\nSo are the meteorites [2].',
  sections: [{ title: 'Samples', text: 'Six landings brought back rock. [1][3]' }],
  bottomLine: 'It is rock [2].',
  sources: [
    {
      title: 'Sample catalog',
      publisher: 'NASA',
      kind: 'primary',
      date: '1969-07',
      url: 'https://example.org/a',
    },
    { title: 'Meteorites', publisher: 'A museum', kind: 'primary', identifier: 'MET 1' },
    {
      title: 'A history',
      publisher: 'A press',
      kind: 'secondary',
      date: '1999',
      url: 'http://example.org/c',
    },
  ],
  followUps: [{ question: 'Who said so first?' }],
  ...change,
});

export const aPack = (change: Record<string, unknown> = {}) => ({
  format: 1,
  id: 'starter',
  title: 'Sky checks',
  language: 'en',
  licence: 'MIT',
  publisher: { name: 'Sky desk', url: 'https://example.org/', disclaimer: 'Can be wrong.' },
  topics: [{ id: 'sky', title: 'The sky', description: 'Moon and stars.' }],
  ...change,
});
