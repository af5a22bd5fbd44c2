import { expect, it } from 'vitest';
import { type Manifest, parseManifest, signedText, versionText } from '../../../../lib/claims';
import { skyPack } from '../../../support/packs';

const manifest: Manifest = {
  ...(skyPack() as unknown as Manifest),
  serial: 1,
  version: '0123456789abcdef',
  updated: '2026-01-02',
  counts: { checks: 1, reviews: 0 },
  languages: { en: 1 },
  layers: [{ records: 1, shards: [{ sha256: 'A'.repeat(43), bytes: 12 }] }],
  changes: [],
  signature: { algorithm: 'Ed25519', key: 'B'.repeat(43), value: 'C'.repeat(86) },
};

it('is a manifest that readers take', () => expect(parseManifest(manifest)).toMatchObject({ ok: true }));

it('leaves out what cannot be sealed by itself, and nothing else', () => {
  const { signature, ...unsigned } = manifest;
  const { version, ...said } = unsigned;
  expect(JSON.parse(signedText(manifest))).toEqual(unsigned);
  expect(signedText(unsigned)).toBe(signedText(manifest));
  expect(JSON.parse(versionText(manifest))).toEqual(said);
  expect([signature?.algorithm, version]).toEqual(['Ed25519', '0123456789abcdef']);
});

it.each([
  ['serial', 0],
  ['serial', 1.5],
  ['version', '0123'],
  ['updated', '2026-02-30'],
  ['layers', [{ records: 1, shards: [{ sha256: '../x', bytes: 12 }] }]],
  ['layers', [{ records: 1, shards: [{ sha256: 'A'.repeat(43), bytes: 2 ** 30 }] }]],
  ['layers', Array(33).fill({ records: 0, shards: [] })],
  ['extra', true],
])('refuses a manifest with %s %j', (field, value) => {
  expect(parseManifest({ ...manifest, [field]: value })).toMatchObject({ ok: false });
});
