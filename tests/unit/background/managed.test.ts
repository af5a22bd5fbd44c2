/** Sources of an organisation: added one after another, and cut for a reader who needs the library. */
import { beforeEach, expect, it, vi } from 'vitest';
import { addManagedSources } from '../../../entrypoints/background/managed';
import type { LiveLibrary } from '../../../lib/store/live';

const fake = vi.hoisted(() => ({ session: new Map<string, unknown>(), local: new Map<string, unknown>() }));
vi.mock('../../../lib/browser', () => {
  const area = (of: Map<string, unknown>) => ({
    get: async (key: string) => (of.has(key) ? { [key]: of.get(key) } : {}),
    set: async (items: object) => {
      for (const [key, value] of Object.entries(items)) of.set(key, value);
    },
    remove: async (key: string) => void of.delete(key),
  });
  const event = { addListener: () => {} };
  const managed = {
    get: async () => ({ sources: ['https://a.example/pack.json', 'https://b.example/pack.json'] }),
  };
  return {
    browser: {
      storage: { local: area(fake.local), session: area(fake.session), managed, onChanged: event },
      runtime: { onInstalled: event, onStartup: event },
    },
  };
});
/** Asked to add, each waits until it is cut. */
const { asked } = vi.hoisted(() => ({ asked: [] as string[] }));
vi.mock('../../../lib/store/updates/add', () => ({
  addFromAddress: (env: { signal: AbortSignal }, address: string) => {
    asked.push(address);
    return new Promise((_, reject) => env.signal.addEventListener('abort', () => reject(env.signal.reason)));
  },
}));
vi.mock('../../../lib/store/editions/swap', () => ({ readSources: async () => [] }));

beforeEach(() => {
  asked.length = 0;
  fake.session.clear();
});

it('ends when it is cut, says nothing of it, leaves the note about another source, and goes on at the next', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const live = Object.assign(async () => ({ database: {} }), { again: async () => {} });
  const { add, cut } = addManagedSources(live as unknown as LiveLibrary);
  const note = { source: 'pack:sky', step: {} };
  fake.session.set('updating', note);
  for (const round of [1, 2]) {
    const [running, waiting] = [add(), add()];
    await vi.waitFor(() => expect(asked).toHaveLength(round));
    cut();
    await Promise.all([running, waiting]);
    expect(asked).toEqual(Array(round).fill('https://a.example/pack.json'));
  }
  expect(fake.session.get('updating')).toBe(note);
  expect(fake.local.get('managedSources')).toBeUndefined();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
