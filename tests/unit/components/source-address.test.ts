import { expect, it } from 'vitest';
import { sourceAddress } from '../../../components/source-address';
import type { Source } from '../../../lib/claims';

const source = (more: Partial<Source>): Source => ({ title: 'A', publisher: 'B', kind: 'primary', ...more });

it.each([
  [{ url: 'https://a.example/x', identifier: 'doi:10.1000/182' }, 'https://a.example/x'],
  [{ identifier: 'doi:10.1000/182' }, 'https://doi.org/10.1000/182'],
  [
    { identifier: 'PMID 1; doi:10.1016/S0140-6736(07)61253-7' },
    'https://doi.org/10.1016/S0140-6736(07)61253-7',
  ],
  [{ identifier: 'doi:10.1000/a?b#c/../d' }, 'https://doi.org/10.1000/a%3Fb%23c/../d'],
  [{ identifier: 'Pub. L. 117-328' }, undefined],
  [{}, undefined],
])('%o can be read at %s', (more, address) => expect(sourceAddress(source(more))).toBe(address));
