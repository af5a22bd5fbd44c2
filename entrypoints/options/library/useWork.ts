/** One piece of work on the library at a time, in a worker of the page: how far it is, how it ended, a way to cancel. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser, type Runtime } from '../../../lib/browser';
import { panel } from '../../../lib/messages/client';
import { WORKING } from '../../../lib/messages/wire';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Step } from '../../../lib/store/updates/step';
import { locale, say } from '../../../lib/words';
import type { Asked, FromWorker, Task } from './work';

/** What the work is about: a source that is there, or one to be added. `name` is what a reader knows it by. */
export interface About {
  readonly name: string;
  /** Id of the source that is updated; absent when adding. */
  readonly id?: string;
}

export type Work =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly about: About; readonly step: Step }
  | { readonly state: 'ended'; readonly about: About; readonly ended: Outcome }
  | { readonly state: 'failed'; readonly about: About; readonly why: string };

/** The work if it is about the source `id` (undefined: about one that is added), else none. */
export const workOn = (work: Work, id: string | undefined): Work =>
  work.state !== 'idle' && work.about.id === id ? work : { state: 'idle' };

export interface WorkState {
  readonly work: Work;
  /** Starts `task`; resolves with how it ended, or with nothing if it failed or was cancelled. */
  readonly start: (task: Task, about: About) => Promise<Outcome | undefined>;
  readonly cancel: () => void;
  /** The work could not even start. */
  readonly fail: (about: About, why: string) => void;
  /** How it ended is of no interest any more. */
  readonly forget: () => void;
}

/** In the package; built beside the background, with which it shares nearly all of its code (`wxt.config.ts`). */
const WORKER = '/library-worker.js';

const FIRST: Step = { doing: 'asking', done: 0, of: 0, unit: 'bytes' };

/** `onChange` is called when the library has changed. */
export function useWork(onChange: () => void): WorkState {
  const [work, setWork] = useState<Work>({ state: 'idle' });
  const running = useRef<{ worker: Worker; leave: () => void }>(undefined);
  const end = () => {
    running.current?.worker.terminate();
    running.current?.leave();
    running.current = undefined;
  };
  useEffect(() => end, []);

  // Also after a failure: it is written down with the source. Should the background not answer, it reads the database
  // when it wakes.
  const changed = () => panel.sourcesChanged().then(onChange, onChange);

  const start = (task: Task, about: About) => {
    end();
    setWork({
      state: 'working',
      about,
      step: { ...FIRST, doing: task.task === 'files' ? 'reading' : 'asking' },
    });
    // Should this page be closed meanwhile, the background hears of it and looks what has become of the library.
    const port = holdPort();
    const worker = new Worker(WORKER, { type: 'module' });
    return new Promise<Outcome | undefined>((resolve) => {
      const leave = () => {
        port.close();
        resolve(undefined);
      };
      running.current = { worker, leave };
      const settle = async (work: Work, ended?: Outcome) => {
        worker.terminate();
        running.current = undefined;
        await changed();
        port.done();
        setWork(work);
        resolve(ended);
      };
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if ('step' in data) setWork({ state: 'working', about, step: data.step });
        else if ('failed' in data) void settle({ state: 'failed', about, why: data.failed });
        else void settle({ state: 'ended', about, ended: data.ended }, data.ended);
      };
      worker.onerror = () => void settle({ state: 'failed', about, why: say('library_broken') });
      const asked: Asked = { task, language: say('ext_language'), locale: locale() };
      worker.postMessage(asked);
    });
  };

  return {
    work,
    start,
    cancel: () => {
      // It may have been in by a hair: the background looks, as the port is closed.
      end();
      setWork({ state: 'idle' });
      void changed();
    },
    fail: (about, why) => setWork({ state: 'failed', about, why }),
    forget: () => setWork((now) => (now.state === 'working' ? now : { state: 'idle' })),
  };
}

/** Milliseconds until a background that was ended is spoken to again. */
const AGAIN = 500;

/** A port to the background while work goes on. A background that is ended meanwhile, and begins anew, gets another one. */
function holdPort() {
  let port: Runtime.Port | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    port = browser.runtime.connect({ name: WORKING });
    port.onDisconnect.addListener(() => {
      port = undefined;
      timer = setTimeout(() => {
        try {
          connect();
        } catch (error) {
          // This page is being closed itself, or the extension is gone.
          console.debug(`factmark: ${String(error)}`);
        }
      }, AGAIN);
    });
  };
  const held = new AbortController();
  const close = () => {
    clearTimeout(timer);
    held.abort();
    port?.disconnect();
  };
  // Firefox lets a page that is being closed connect no more, and says so where nobody can catch it.
  addEventListener('pagehide', close, { signal: held.signal });
  connect();
  return {
    close,
    /** The background has been told all it needs to know. */
    done() {
      port?.postMessage('done');
      close();
    },
  };
}
