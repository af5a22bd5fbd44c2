/** A live library over a database in memory, whose connections can be closed under it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach } from 'vitest';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { freshLocks } from '../../support/pack-locks';
import { packaged } from '../../support/packaged';

/** Connections opened since the test began. */
export let connections: IDBOpenDBRequest[];
beforeEach(() => {
  freshLocks();
  const factory = new IDBFactory();
  connections = [];
  const open = factory.open.bind(factory);
  factory.open = (...args) => {
    const request = open(...args);
    connections.push(request);
    return request;
  };
  globalThis.indexedDB = factory;
});

export const ids = (live: Live) => [...live.checks.keys()];
/** A live library whose package can be swapped, and the editions it announced. */
export function start(files = packaged('v1', ['a', 'b']), program = 'matcher 1') {
  const box = { files, announced: [] as string[] };
  const get = liveLibrary(
    (path) => box.files.read(path),
    async (live) => void box.announced.push(live.version),
    program,
  );
  return { box, get };
}
