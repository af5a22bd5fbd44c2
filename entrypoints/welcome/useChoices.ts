/** What the reader has chosen, and ways to choose otherwise. Saved at once. */
import { useEffect, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import { onChange } from '../../lib/store/changes';
import type { Settings } from '../../lib/store/settings';

type Topics = Awaited<ReturnType<typeof panel.library>>['topics'];

export interface Choices {
  readonly settings: Settings;
  readonly topics: Topics;
  readonly change: (change: Partial<Settings>) => void;
  readonly switchTopic: (topic: string, on: boolean) => void;
}

/** `choices` is undefined while the library is being made ready; `failed`: the last change was not saved. */
export function useChoices(): { readonly choices: Choices | undefined; readonly failed: boolean } {
  const [settings, setSettings] = useState<Settings>();
  const [topics, setTopics] = useState<Topics>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const look = () => {
      void panel.settings().then(setSettings, () => {});
      void panel.library().then(
        (library) => setTopics(library.topics),
        () => {},
      );
    };
    look();
    // They may be changed elsewhere meanwhile, and the first answer may come before the library is there.
    onChange(look, life.signal);
    addEventListener('focus', look, { signal: life.signal });
    return () => life.abort();
  }, []);
  const save = (work: Promise<Settings>) => {
    setFailed(false);
    work.then(setSettings, () => setFailed(true));
  };
  const choices =
    settings && topics
      ? {
          settings,
          topics,
          change: (change: Partial<Settings>) => save(panel.changeSettings(change)),
          switchTopic: (topic: string, on: boolean) => save(panel.switchTopic({ topic, on })),
        }
      : undefined;
  return { choices, failed };
}
