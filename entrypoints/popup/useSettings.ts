/** The settings that the popup shows and switches. */
import { useEffect, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import type { Settings } from '../../lib/store/settings';

export interface SettingsHere {
  /** Undefined while they are not known. */
  readonly settings: Settings | undefined;
  /** Changes some of them. Rejects if that failed; then they are as before. */
  readonly change: (change: Partial<Settings>) => Promise<void>;
  /** Asks for them again. */
  readonly refresh: () => void;
}

export function useSettings(): SettingsHere {
  const [settings, setSettings] = useState<Settings>();
  const refresh = () => void panel.settings().then(setSettings, () => {});
  useEffect(refresh, []);
  return {
    settings,
    refresh,
    change: async (change) => {
      // Shown at once, and put right by the answer.
      setSettings((before) => before && { ...before, ...change });
      setSettings(
        await panel.changeSettings(change).catch((error) => {
          refresh();
          throw error;
        }),
      );
    },
  };
}
