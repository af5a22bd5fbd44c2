/**
 * An in-memory double of the extension API, as far as `lib/store` and `lib/messages` use it. Values are
 * cloned on their way, as a browser does. Use: `vi.mock('../../../lib/browser', () => import('…/extension-api'))`.
 */
type StorageListener = (changes: Record<string, unknown>, area: string) => void;
type MessageListener = (message: unknown, sender: Record<string, unknown>) => unknown;

/** What is in `storage.local`, and what the next write fails with. */
export const stored = new Map<string, unknown>();
export const faults: { set?: Error | undefined } = {};
export const storageListeners = new Set<StorageListener>();
export const messageListeners = new Set<MessageListener>();
/** Who answers what we send; `tab` and `frame` are undefined for messages to the background. */
export const other: { answer: (message: unknown, tab?: number, frame?: number) => unknown } = {
  answer: () => undefined,
};

export const ID = 'factmark-id';
/** What an organisation set; change it with `setPolicy`. */
const policy: { now: Record<string, unknown> } = { now: {} };

/** The organisation sets this instead, and the browser tells. */
export function setPolicy(now: Record<string, unknown>): void {
  policy.now = now;
  for (const listener of storageListeners) listener({}, 'managed');
}

const event = <L>(listeners: Set<L>) => ({
  addListener: (l: L) => void listeners.add(l),
  removeListener: (l: L) => void listeners.delete(l),
});
/** Long enough that two reads asked for together both come before the first write. */
const aWhile = () => new Promise((done) => setImmediate(done));

export const browser = {
  runtime: {
    id: ID,
    getURL: (path: string) => `chrome-extension://${ID}/${path}`,
    onMessage: event(messageListeners),
    sendMessage: async (message: unknown) => structuredClone(await other.answer(structuredClone(message))),
  },
  tabs: {
    sendMessage: async (tab: number, message: unknown, options?: { frameId?: number }) =>
      structuredClone(await other.answer(structuredClone(message), tab, options?.frameId)),
  },
  storage: {
    onChanged: event(storageListeners),
    managed: { get: async () => structuredClone(policy.now) },
    local: {
      get: async (key: string) => {
        await aWhile();
        return stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {};
      },
      set: async (items: Record<string, unknown>) => {
        await aWhile();
        const fault = faults.set;
        faults.set = undefined;
        if (fault) throw fault;
        const changes: Record<string, unknown> = {};
        for (const [key, value] of Object.entries(structuredClone(items))) {
          changes[key] = { oldValue: stored.get(key), newValue: value };
          stored.set(key, value);
        }
        for (const listener of storageListeners) listener(changes, 'local');
      },
      remove: async (key: string) => {
        await aWhile();
        stored.delete(key);
        for (const listener of storageListeners) listener({ [key]: {} }, 'local');
      },
    },
  },
};

/** One message arriving from `sender`, by the listener of ours: undefined when it is not answered. */
export function arrive(message: unknown, sender: Record<string, unknown>): unknown {
  const answers = [...messageListeners].map((l) => l(message, sender)).filter((a) => a !== undefined);
  if (answers.length > 1) throw new Error('two listeners answered');
  return answers[0];
}
