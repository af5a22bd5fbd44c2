/** Adds a feed away from the page's own thread. Ending the worker cancels: nothing is kept until all of it is in. */
import { addSource } from '../../lib/store/add-source';
import { openDatabase } from '../../lib/store/database';
import type { FromWorker } from './adding';

const say = (message: FromWorker) => self.postMessage(message);

self.onmessage = async ({ data: file }: MessageEvent<File>) => {
  try {
    const db = await openDatabase(() => {});
    const added = await addSource(db, file.name, await file.text(), new Date(), (step) => say({ step }));
    db.close();
    say({ added });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
};
