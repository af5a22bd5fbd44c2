/** A host that keeps silent at a request of one's choice: whoever asks is caught in the middle of their work. */
import type { Files } from './pack-maker';
import type { Host } from './pack-server';

export interface Held {
  /** Somebody has asked for it. */
  readonly reached: Promise<void>;
  /** Who asked, and was never answered, has hung up. Until then it is alive: the browser asks again if the host hangs up. */
  readonly gone: Promise<void>;
  /** Lets whoever still waits go without an answer, and serves as usual. */
  release(): void;
}

/** Serves `files`; the `k`-th request from now on is told of, and never answered unless `answered`. */
export function holdAt(host: Host, files: Files, k: number, answered = false): Held {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  let leave = () => {};
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const waiting: (() => void)[] = [];
  let asked = 0;
  for (const [path, body] of files)
    host.instead(path, (_request, response) => {
      const here = ++asked === k;
      if (here) reach();
      if (here && !answered) {
        response.once('close', leave);
        waiting.push(() => response.destroy());
      } else response.end(body);
    });
  return {
    reached,
    gone,
    release: () => {
      for (const path of files.keys()) host.instead(path, undefined);
      for (const end of waiting) end();
    },
  };
}
