/**
 * An in-memory double of the browser's own places, as far as the background uses them: icon, menus, address bar,
 * notifications, tabs, alarms, storage. Use: `vi.mock('../../../lib/browser', () => import('…/places'))`.
 */
type Listener = (...args: never[]) => unknown;

const all: Set<Listener>[] = [];

/** An event that tests fire. */
function event() {
  const listeners = new Set<Listener>();
  all.push(listeners);
  return {
    addListener: (l: Listener) => void listeners.add(l),
    removeListener: (l: Listener) => void listeners.delete(l),
    /** Calls every listener, and answers when all are done. */
    fire: (...args: unknown[]) => Promise.all([...listeners].map((l) => l(...(args as never[])))),
    get size() {
      return listeners.size;
    },
  };
}

export interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  active?: boolean;
  incognito?: boolean;
}

/** What the browser shows, and what the reader has. Tests read and set it; `reset` empties it. */
export const shown = {
  icon: new Map<string, unknown>(),
  menu: new Map<string, Record<string, unknown>>(),
  /** How often all menus were removed to be made again. */
  remade: 0,
  notices: new Map<string, Record<string, unknown>>(),
  opened: [] as Record<string, unknown>[],
  alarms: new Map<string, unknown>(),
  tabs: [] as FakeTab[],
  granted: [] as string[],
  /** Windows beside which the panel was opened; `refuse`: the browser does not. */
  panels: [] as number[],
  refuse: false,
  /** Answers messages to a tab's frame. */
  answer: (_call: string, _query: unknown): unknown => undefined,
  default: undefined as { description: string } | undefined,
};

const stores = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
const onStorage = event();
const area = (name: keyof typeof stores) => ({
  get: async (key: string) =>
    stores[name].has(key) ? { [key]: structuredClone(stores[name].get(key)) } : {},
  set: async (items: Record<string, unknown>) => {
    const changes: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(items)) {
      changes[key] = { newValue: structuredClone(value) };
      stores[name].set(key, structuredClone(value));
    }
    await onStorage.fire(changes, name);
  },
  remove: async (key: string) => void stores[name].delete(key),
});

const notices = {
  create: async (id: string, options: Record<string, unknown>) => void shown.notices.set(id, options),
  clear: async (id: string) => shown.notices.delete(id),
  onClicked: event(),
};
const put = (what: string) => async (details: { tabId?: number } & Record<string, unknown>) => {
  const { tabId, ...rest } = details;
  shown.icon.set(`${what}${tabId === undefined ? '' : ` ${tabId}`}`, rest.path ?? rest.text ?? rest.title);
};

export const browser = {
  runtime: {
    id: 'factmark-id',
    getURL: (path: string) => `chrome-extension://factmark-id/${path}`,
    lastError: null,
  },
  storage: { local: area('local'), session: area('session'), onChanged: onStorage },
  action: {
    setIcon: put('icon'),
    setTitle: put('title'),
    setBadgeText: put('text'),
    setBadgeBackgroundColor: async () => {},
  },
  alarms: {
    onAlarm: event(),
    create: async (name: string, info: unknown) => void shown.alarms.set(name, info),
    clear: async (name: string) => shown.alarms.delete(name),
  },
  commands: { onCommand: event() },
  contextMenus: {
    onClicked: event(),
    create: (entry: { id: string }, done?: () => void) => {
      if (shown.menu.has(entry.id)) throw new Error(`duplicate id ${entry.id}`);
      shown.menu.set(entry.id, { ...entry });
      done?.();
    },
    update: async (id: string, change: object) => {
      const entry = shown.menu.get(id);
      if (!entry) throw new Error(`cannot find menu item ${id}`);
      Object.assign(entry, change);
    },
    removeAll: async () => {
      shown.remade++;
      shown.menu.clear();
    },
  },
  omnibox: {
    onInputChanged: event(),
    onInputEntered: event(),
    setDefaultSuggestion: (suggestion: { description: string }) => {
      shown.default = suggestion;
    },
  },
  get notifications() {
    return shown.granted.includes('notifications') ? notices : undefined;
  },
  permissions: {
    contains: async ({ permissions }: { permissions: string[] }) =>
      permissions.every((p) => shown.granted.includes(p)),
    onAdded: event(),
  },
  sidePanel: {
    open: async ({ windowId }: { windowId: number }) => {
      if (shown.refuse) throw new Error('sidePanel.open() may only be called in response to a user gesture.');
      shown.panels.push(windowId);
    },
  },
  windows: { onFocusChanged: event() },
  tabs: {
    onActivated: event(),
    onUpdated: event(),
    query: async () => shown.tabs.filter((t) => t.active !== false),
    create: async (tab: Record<string, unknown>) => void shown.opened.push(tab),
    update: async (tab: Record<string, unknown>) => void shown.opened.push({ ...tab, here: true }),
    sendMessage: async (_tab: number, { call, query }: { call: string; query: unknown }) => ({
      value: await shown.answer(call, query),
    }),
  },
};

/** As in a fresh browser, where nothing of ours has started. */
export function reset(): void {
  for (const listeners of all) listeners.clear();
  for (const map of [shown.icon, shown.menu, shown.notices, shown.alarms, stores.local, stores.session])
    map.clear();
  Object.assign(shown, {
    opened: [],
    tabs: [],
    granted: [],
    panels: [],
    refuse: false,
    remade: 0,
    answer: () => undefined,
    default: undefined,
  });
}
