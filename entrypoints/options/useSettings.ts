/** The settings and the library as the background holds them, and ways to change them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import { onChange } from '../../lib/store/changes';
import type { Settings } from '../../lib/store/settings';
import type { Schedule } from '../../lib/store/source';
import { say } from '../../lib/words';

export type LibraryView = Awaited<ReturnType<typeof panel.library>>;

export interface Loaded {
  readonly settings: Settings;
  readonly library: LibraryView;
  /** Settings that the reader's organisation set. */
  readonly locked: readonly (keyof Settings)[];
}

export interface SettingsState {
  readonly loaded: Loaded | 'waiting' | 'lost';
  /** “Saved”, or what went wrong; '' when there is nothing to say. */
  readonly notice: { readonly text: string; readonly bad: boolean };
  /** Each saves, says so, and answers whether it was saved. */
  readonly act: {
    change(change: Partial<Settings>): Promise<boolean>;
    switchTopic(topic: string, on: boolean): Promise<boolean>;
    switchTopics(topics: readonly string[], on: boolean): Promise<boolean>;
    forgetDismissed(): Promise<boolean>;
    restoreDismissed(said: Settings['dismissed'][number]): Promise<boolean>;
    removeSource(id: string): Promise<boolean>;
    rollBack(id: string): Promise<boolean>;
    setSchedule(id: string, schedule: Schedule): Promise<boolean>;
    switchPublishers(id: string, keys: readonly string[], on: boolean): Promise<boolean>;
    eraseReceipt(): Promise<boolean>;
    forgetOpened(): Promise<boolean>;
    /** The library has changed: look again. */
    reload(): void;
  };
}

const QUIET = { text: '', bad: false };
const NOTICE_TIME = 2_500;

export function useSettings(): SettingsState {
  const [loaded, setLoaded] = useState<SettingsState['loaded']>('waiting');
  const [notice, setNotice] = useState(QUIET);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const newest = useRef(0);
  const load = async () => {
    newest.current += 1;
    const mine = newest.current;
    const [settings, library, locked] = await Promise.all([
      panel.settings(),
      panel.library(),
      panel.locked(),
    ]);
    // Whatever was asked for since knows better.
    if (mine === newest.current) setLoaded({ settings, library, locked });
  };

  const again = () => void load().catch(() => undefined);

  useEffect(() => {
    void load().catch(() => setLoaded('lost'));
    // Settings may change in the popup and in another window, and sources by an update.
    const over = new AbortController();
    onChange(again, over.signal);
    addEventListener('focus', again, { signal: over.signal });
    return () => {
      over.abort();
      clearTimeout(timer.current);
    };
  }, []);

  const saving = async (work: Promise<unknown>): Promise<boolean> => {
    clearTimeout(timer.current);
    setNotice(QUIET);
    try {
      await work;
      setNotice({ text: say('options_saved'), bad: false });
      timer.current = setTimeout(() => setNotice(QUIET), NOTICE_TIME);
      return true;
    } catch (error) {
      const full = say('store_settings_full');
      const isFull = error instanceof Error && error.message.includes(full);
      setNotice({ text: isFull ? full : say('options_failed'), bad: true });
      // What is shown may be what the reader chose, and not what holds.
      await load().catch(() => undefined);
      return false;
    }
  };
  const settingsBy = (work: Promise<Settings>) =>
    saving(
      work.then((settings) => {
        setLoaded((now) => (typeof now === 'string' ? now : { ...now, settings }));
        // An answer that was asked for before the change may still come.
        again();
      }),
    );
  const libraryBy = (work: Promise<unknown>) => saving(work.then(load));

  return {
    loaded,
    notice,
    act: {
      change: (change) => settingsBy(panel.changeSettings(change)),
      switchTopic: (topic, on) => settingsBy(panel.switchTopic({ topic, on })),
      switchTopics: (topics, on) => settingsBy(panel.switchTopics({ topics, on })),
      forgetDismissed: () => settingsBy(panel.forgetDismissed()),
      restoreDismissed: (said) => settingsBy(panel.restoreDismissed(said)),
      removeSource: (id) => libraryBy(panel.removeSource({ id })),
      rollBack: (id) => libraryBy(panel.rollBack({ id })),
      setSchedule: (id, schedule) => libraryBy(panel.setSchedule({ id, schedule })),
      switchPublishers: (id, keys, on) => libraryBy(panel.switchPublishers({ id, keys, on })),
      eraseReceipt: () => libraryBy(panel.eraseReceipt()),
      forgetOpened: () => libraryBy(panel.forgetOpened()),
      // On a full disk the database can't be opened for a moment; what is shown still holds.
      reload: () => void load().catch(() => setLoaded((now) => (typeof now === 'object' ? now : 'lost'))),
    },
  };
}
