/** Adding a feed from a file: how far it is, how it ended, and a way to cancel. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';
import type { Added, Step } from '../../lib/store/add-source';
import { WORDS } from './words';

/** What the worker says. */
export type FromWorker = { readonly step: Step } | { readonly added: Added } | { readonly failed: string };

export type Adding =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly name: string; readonly step: Step }
  | { readonly state: 'added'; readonly added: Added }
  | { readonly state: 'failed'; readonly name: string; readonly why: string };

/** Largest file read, in bytes: it is held in memory as a whole. */
const LARGEST = 256 * 2 ** 20;

/** `onDone` is called when the library has changed. */
export function useAdding(onDone: () => void) {
  const [adding, setAdding] = useState<Adding>({ state: 'idle' });
  const worker = useRef<Worker | undefined>(undefined);
  const end = () => {
    worker.current?.terminate();
    worker.current = undefined;
  };
  useEffect(() => end, []);

  const add = (file: File) => {
    end();
    const fail = (why: string) => setAdding({ state: 'failed', name: file.name, why });
    if (file.size > LARGEST) return fail(WORDS.sources.tooLarge(LARGEST / 2 ** 20));
    setAdding({ state: 'working', name: file.name, step: { doing: 'reading', done: 0, of: 0 } });
    const started = new Worker(new URL('./adding.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if ('step' in data) return setAdding({ state: 'working', name: file.name, step: data.step });
      end();
      if ('failed' in data) return fail(data.failed);
      // It is stored by now; should the background not answer, it reads the database when it wakes.
      await panel.sourcesChanged().catch(() => {});
      setAdding({ state: 'added', added: data.added });
      onDone();
    };
    started.onerror = () => {
      end();
      fail(WORDS.sources.broken);
    };
    started.postMessage(file);
  };

  const cancel = () => {
    end();
    setAdding({ state: 'idle' });
    // It may have been in by a hair.
    void panel.sourcesChanged().then(onDone, () => {});
  };
  const forget = () => setAdding((now) => (now.state === 'working' ? now : { state: 'idle' }));
  return { adding, add, cancel, forget };
}
