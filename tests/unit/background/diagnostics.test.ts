/** The report for a bug tells nothing of what somebody reads, nor of private sources unless wanted. */
import { expect, it, vi } from 'vitest';
import {
  requestsIn,
  settingsIn,
  sourceIn,
  withoutAddresses,
} from '../../../entrypoints/background/diagnostics';
import { DEFAULTS } from '../../../lib/store/settings';
import { aSource } from '../options/sources';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));

const SECRET = {
  ...aSource(),
  title: 'desk.secret.example/pack.json',
  address: 'https://desk.secret.example/pack.json?key=1',
  failed: 'desk.secret.example sends you on to https://other.secret.example/x (302), 3.2 MB.',
};

it('counts lists, and does not show them', () => {
  const text = JSON.stringify(
    settingsIn(
      {
        ...DEFAULTS,
        sitesOff: ['a.secret.example'],
        sitesOnly: ['*.b.secret.example'],
        dismissed: [{ check: 'secret', sentence: 'A secret sentence.' }],
        topicsOff: ['source:secret'],
      },
      ['loudness'],
    ),
  );
  expect(text).not.toContain('secret');
  expect(JSON.parse(text)).toMatchObject({ sitesOff: 1, sitesOnly: 1, dismissed: 1, locked: ['loudness'] });
});

it('shows addresses only if they are wanted', () => {
  const hidden = JSON.stringify(sourceIn(SECRET, 0, false));
  expect(hidden).not.toContain('secret');
  expect(hidden).toContain('(302), 3.2 MB.');
  const shown = sourceIn(SECRET, 0, true);
  expect(shown).toMatchObject({ title: SECRET.title, address: SECRET.address, failed: SECRET.failed });
});

it('takes hosts by number out of words, too', () => {
  const source = { title: 'x.json', address: 'http://10.0.0.7:8080/x.json' };
  expect(withoutAddresses('10.0.0.7:8080 has nothing at this address (404).', source)).toBe(
    '… has nothing at this address (404).',
  );
});

it('counts requests by how they ended', () => {
  const request = { when: '', url: 'https://secret.example/', why: '', source: '', outcome: 'done' };
  expect(
    requestsIn([
      { ...request, bytes: 5, status: 200 },
      { ...request, bytes: 6, status: 200 },
      { ...request, bytes: 0, status: 0 },
    ]),
  ).toEqual({ made: 3, bytes: 11, byStatus: { 200: 2, 0: 1 } });
});
