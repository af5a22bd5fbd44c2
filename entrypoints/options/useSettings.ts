/** The settings and the library as the background holds them, and a way to change the settings. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import type { Settings } from '../../lib/store/settings';
import { WORDS } from './words';

export type LibraryView = Awaited<ReturnType<typeof panel.library>>;

export interface SettingsState {
  readonly loaded: { readonly settings: Settings; readonly library: LibraryView } | 'waiting' | 'lost';
  /** “Saved”, or what went wrong; '' when there is nothing to say. */
  readonly notice: { readonly text: string; readonly bad: boolean };
  readonly change: (change: Partial<Settings>) => void;
  readonly switchTopic: (topic: string, on: boolean) => void;
  readonly switchSite: (host: string, on: boolean) => void;
  readonly forgetDismissed: () => void;
  readonly removeSource: (id: string) => void;
  /** The library has changed: look again. */
  readonly reload: () => void;
}

const QUIET = { text: '', bad: false };
const NOTICE_TIME = 2_500;

export function useSettings(): SettingsState {
  const [loaded, setLoaded] = useState<SettingsState['loaded']>('waiting');
  const [notice, setNotice] = useState(QUIET);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const load = () =>
    Promise.all([panel.settings(), panel.library()]).then(([settings, library]) =>
      setLoaded({ settings, library }),
    );

  useEffect(() => {
    void load().catch(() => setLoaded('lost'));
    // Settings may have changed in the popup meanwhile.
    const again = () => void load().catch(() => undefined);
    addEventListener('focus', again);
    return () => {
      removeEventListener('focus', again);
      clearTimeout(timer.current);
    };
  }, []);

  const save = async (work: Promise<Settings>) => {
    clearTimeout(timer.current);
    setNotice(QUIET);
    try {
      const settings = await work;
      setLoaded((now) => (typeof now === 'string' ? now : { ...now, settings }));
      setNotice({ text: WORDS.saved, bad: false });
      timer.current = setTimeout(() => setNotice(QUIET), NOTICE_TIME);
    } catch {
      setNotice({ text: WORDS.failed, bad: true });
    }
  };

  return {
    loaded,
    notice,
    change: (change) => void save(panel.changeSettings(change)),
    switchTopic: (topic, on) => void save(panel.switchTopic({ topic, on })),
    switchSite: (host, on) => void save(panel.switchSite({ host, on })),
    forgetDismissed: () => void save(panel.forgetDismissed()),
    removeSource: (id) => void save(panel.removeSource({ id }).then(load).then(panel.settings)),
    reload: () => void load().catch(() => setLoaded('lost')),
  };
}
