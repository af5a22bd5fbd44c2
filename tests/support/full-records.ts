/** A record of each kind with every field that its schema knows; a test fails when one is missing. */

const verdict = () => ({ label: 'Not so', rating: 'false' });

export const fullCheck = () => ({
  format: 1,
  id: 'bridge',
  topic: 'bridges',
  language: 'en',
  question: 'Was the bridge sold?',
  answer: 'No. It stands where it stood.',
  verdict: verdict(),
  checkedOn: '2025-11-30',
  url: 'https://bridges.example/sold',
  claims: [
    {
      id: 'c',
      text: 'The bridge was sold.',
      parties: ['FR'],
      says: ['bridge was sold'],
      unless: ['not sold'],
      echoes: ['no such sale'],
      subject: ['bridge'],
      negated: false,
    },
  ],
  summary: 'Nobody sold it [1].',
  sections: [{ title: 'The leaflet', text: 'First [1].' }],
  bottomLine: 'It was not sold [1].',
  sources: [
    {
      title: 'Land register',
      publisher: 'Town',
      kind: 'primary',
      date: '1999',
      identifier: 'doi:10.1000/1',
      url: 'https://town.example/r',
    },
  ],
  followUps: [{ question: 'Who owns it?', check: 'owner' }],
  changes: [{ on: '2025-06-01', was: verdict(), why: 'The register was opened.' }],
});

export const fullReview = () => ({
  id: 'r-00000000000001',
  claim: 'The bridge was sold.',
  title: 'No, the bridge was not sold',
  claimant: 'A leaflet',
  publisher: 'Bridge Desk',
  verdict: verdict(),
  checkedOn: '2025-11-30',
  url: 'https://bridges.example/sold',
  language: 'en',
});

export const fullPack = () => ({
  format: 1,
  id: 'bridges',
  title: 'Bridges',
  language: 'en',
  licence: 'CC BY 4.0',
  publisher: {
    name: 'Bridge Desk',
    url: 'https://bridges.example/',
    corrections: 'desk@bridges.example',
    support: 'https://bridges.example/support',
    disclaimer: 'It can be wrong.',
  },
  topics: [{ id: 'bridges', title: 'Bridges', description: 'All of them.' }],
  sets: { key: ['rock'] },
});
