import { describe, expect, it } from 'vitest';
import { isEnvelope, WIRE } from '../../../lib/messages/wire';

describe('isEnvelope', () => {
  it.each([
    { wire: WIRE, call: 'check', query: { id: 'a' } },
    { wire: WIRE, call: 'settings' },
  ])('knows its own: %j', (message) => {
    expect(isEnvelope(message)).toBe(true);
  });
  it.each([
    undefined,
    null,
    'factmark/1',
    1,
    [],
    {},
    { call: 'check' },
    { wire: 'factmark/2', call: 'check' },
    { wire: WIRE },
    { wire: WIRE, call: 1 },
    { wire: WIRE, call: ['check'] },
    { wire: WIRE, call: { toString: () => 'check' } },
  ])('leaves alone %j', (message) => expect(isEnvelope(message)).toBe(false));
});
