/**
 * Adds and updates sources away from the page's own thread. Ending the worker cancels: nothing is changed until all of
 * it is in.
 */
import { openDatabase } from '../../../lib/store/database';
import { type Env, realEnv } from '../../../lib/store/env';
import { addFromAddress, addFromFiles } from '../../../lib/store/updates/add';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Note } from '../../../lib/store/updates/step';
import { updateSource } from '../../../lib/store/updates/update';
import { speakInWorker } from '../../language/speak-in-worker';
import type { Asked, FromWorker, Task } from './work';

/** Milliseconds between two tellings of how far the same part of the work is. */
const REST = 100;

const post = (message: FromWorker) => self.postMessage(message);

self.onmessage = async ({ data: { task, language, locale } }: MessageEvent<Asked>) => {
  try {
    await speakInWorker(language, locale);
    const db = await openDatabase(() => {});
    const ended = await run(realEnv(db, new AbortController().signal), task);
    db.close();
    post({ ended });
  } catch (error) {
    post({ failed: error instanceof Error ? error.message : String(error) });
  }
};

function run(env: Env, task: Task): Promise<Outcome> {
  const note = calm((step) => post({ step }));
  switch (task.task) {
    case 'files':
      return addFromFiles(env, task.files, note);
    case 'address':
      return addFromAddress(env, task.address, note, task.schedule);
    case 'update':
      return updateSource(env, task.id, note);
  }
}

/** Passes on the first step of each part of the work, and of the others so many that they can be read. */
function calm(tell: Note): Note {
  let doing = '';
  let told = 0;
  return (step) => {
    const now = performance.now();
    if (step.doing === doing && now - told < REST) return;
    doing = step.doing;
    told = now;
    tell(step);
  };
}
