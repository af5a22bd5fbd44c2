/** A package's `starter/` folder in memory: its files, and which of them were opened. */
import { aCheck, aPack } from './checks';

/** Edition `version` with the checks `ids`; `instead` replaces files, with undefined for one that is gone. */
export function packaged(version: string, ids: readonly string[], instead: Record<string, unknown> = {}) {
  const files: Record<string, unknown> = {
    'starter/index.json': { version, checks: ['sky.json'] },
    'starter/pack.json': aPack(),
    'starter/sky.json': ids.map((id) => aCheck({ id })),
    ...instead,
  };
  const opened: string[] = [];
  const read = async (path: string): Promise<unknown> => {
    opened.push(path);
    if (files[path] === undefined) throw new Error(`no file ${path}`);
    return structuredClone(files[path]);
  };
  return { read, opened };
}
