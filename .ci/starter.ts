/**
 * The starter library as it is packaged: `starter/pack.json`, one file of checks a topic, and `starter/index.json`,
 * which names them. In the repository each check is a file of its own, beside its review and its examples, which stay
 * there. Together they zip by a third smaller, and are read at once.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Asset {
  readonly relativeDest: string;
  readonly contents: string;
}

const compact = (file: string): string => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));

/** The files of the package, of the library in folder `root`. The edition's version is a hash of all of them. */
export function starterFiles(root: string): Asset[] {
  const topics = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const checks = topics.map((topic) => {
    const files = readdirSync(join(root, topic)).filter((file) => file.endsWith('.json'));
    const list = files.sort().map((file) => compact(join(root, topic, file)));
    return { relativeDest: `starter/${topic}.json`, contents: `[${list.join(',\n')}]\n` };
  });
  const all = [{ relativeDest: 'starter/pack.json', contents: compact(join(root, 'pack.json')) }, ...checks];
  const hash = createHash('sha256');
  for (const { relativeDest, contents } of all) hash.update(relativeDest).update(contents);
  const index = {
    version: hash.digest('hex').slice(0, 16),
    checks: checks.map(({ relativeDest }) => relativeDest.slice('starter/'.length)),
  };
  return [...all, { relativeDest: 'starter/index.json', contents: JSON.stringify(index) }];
}
