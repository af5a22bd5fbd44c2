/** Watches the frames of one tab after another, and joins what they have in view. */
import { type Watched, watchFrame } from '../../lib/messages/watch';

export interface FrameEvents {
  /** What was found in the tab may be another list, or one of its frames is gone: ask. */
  readonly changed: () => void;
  /** The key of the sentence in view, as in the list of the tab; undefined if there is none. */
  readonly inView: (key: string | undefined) => void;
}

interface Frame {
  readonly life: AbortController;
  now?: Watched;
}

/** Ends with `signal`. */
export function watchFrames({ changed, inView }: FrameEvents, signal: AbortSignal) {
  const frames = new Map<number, Frame>();
  let tab = -1;
  const show = () => {
    const ids = [...frames.keys()].sort((a, b) => a - b);
    // The page itself comes before its frames.
    const id = ids.find((at) => frames.get(at)?.now?.inView !== undefined);
    const key = id === undefined ? undefined : frames.get(id)?.now?.inView;
    inView(key === undefined ? undefined : `${id} ${key}`);
  };
  const watch = (id: number) => {
    const frame: Frame = { life: new AbortController() };
    frames.set(id, frame);
    const { signal: gone } = frame.life;
    const tell = (now: Watched) => {
      // The first one tells what the list was made of; between asking for that and listening it may have changed.
      if (now.edition !== frame.now?.edition) changed();
      frame.now = now;
      show();
    };
    const end = () => {
      if (gone.aborted) return;
      frames.delete(id);
      // Who never answered was not there: then somebody else tells when there is a page.
      if (frame.now) changed();
      show();
    };
    watchFrame(tab, id, tell, end, AbortSignal.any([signal, gone]));
  };
  return (tabId: number, ids: readonly number[]): void => {
    for (const [id, { life }] of frames)
      if (tabId !== tab || !ids.includes(id)) {
        life.abort();
        frames.delete(id);
      }
    if (tabId !== tab) inView(undefined);
    tab = tabId;
    for (const id of ids) if (!frames.has(id) && !signal.aborted) watch(id);
  };
}
