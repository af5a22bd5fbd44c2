/** A source as it is stored, for tests of what settings say of it. */
import type { Edition, StoredSource } from '../../../lib/store/source';

export const anEdition = (change: Partial<Edition> = {}): Edition => ({
  name: 'e1',
  version: '',
  serial: 0,
  updated: '2024-05-01',
  installed: '2026-11-22T10:05:00.000Z',
  layers: [{ name: 'l1', reviews: 3, unmatched: 0, bytes: 1_000 }],
  checks: 0,
  reviews: 3,
  unmatched: 0,
  bytes: 1_200,
  languages: { en: 2, de: 1 },
  publishers: [
    { key: 'bridges.example', name: 'Bridge Desk', reviews: 2 },
    { key: 'tower.example', name: 'Tür & Tower', reviews: 1 },
  ],
  records: { taken: 3, changed: 0, refused: 0, repeated: 0, superseded: 0, reasons: {}, first: [] },
  ...change,
});

export const aSource = (change: Partial<StoredSource> = {}): StoredSource => ({
  id: 'source:bridges.json',
  kind: 'feed',
  title: 'bridges.json',
  added: '2026-11-22T10:05:00.000Z',
  schedule: 'never',
  publishersOff: [],
  current: anEdition(),
  ...change,
});

/** What a pack says of itself. */
export const PACK = {
  format: 1 as const,
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
  topics: [],
  sets: {},
};
