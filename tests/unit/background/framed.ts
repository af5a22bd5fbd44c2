/** The browser as the background meets it: frames that answer or don't, storage that outlives it, one icon. */
import { beforeEach } from 'vitest';
import type { TabView } from '../../../lib/messages/calls';

export const frames = new Map<number, (call: string, query: unknown) => unknown>();
export const session = new Map<string, unknown>();
export const icon: { text: string; title: string; pictures: string[] } = {
  text: '',
  title: '',
  pictures: [],
};
export const browser = {
  storage: {
    session: {
      get: async (key: string) => (session.has(key) ? { [key]: structuredClone(session.get(key)) } : {}),
      set: async (items: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(items)) session.set(key, structuredClone(value));
      },
      remove: async (key: string) => void session.delete(key),
    },
  },
  action: {
    setBadgeText: async ({ text }: { text: string }) => {
      icon.text = text;
    },
    setBadgeBackgroundColor: async () => {},
    setTitle: async ({ title }: { title: string }) => {
      icon.title = title;
    },
    setIcon: async ({ path }: { path: Record<number, string> }) => void icon.pictures.push(path[16] ?? ''),
  },
  tabs: {
    sendMessage: async (
      _tab: number,
      { call, query }: { call: string; query: unknown },
      { frameId }: { frameId: number },
    ) => {
      const frame = frames.get(frameId);
      if (!frame) throw new Error('Receiving end does not exist');
      return { value: await frame(call, query) };
    },
  },
};

export const TAB = 7;
export const match = (key: string, sentence = key) => ({
  key,
  check: 'a-check',
  sentence,
  stance: 'asserts' as const,
  stanceSure: true,
  others: [],
});
export const read = (...keys: string[]): TabView => ({
  kind: 'read',
  host: 'example.org',
  report: { words: 100, matches: keys.map((k) => match(k)) },
});
export const answering = (view: TabView) => () => view;

beforeEach(() => {
  frames.clear();
  session.clear();
  Object.assign(icon, { text: '', title: '', pictures: [] });
});
