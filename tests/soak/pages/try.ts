/** Tries one page in a tab: goes there, looks, does what is to be done with it, looks again. */
import type { Driver } from './driver';
import type { Excuse, Seen } from './look';
import type { Page } from './page';
import type { PageServer } from './serve';
import { reportOf } from './witness';

export interface Tried {
  readonly page: Page;
  readonly marked: number;
  readonly badges: number;
  readonly excused: readonly Excuse[];
  readonly exceptions: number;
  readonly changed: number;
  readonly texts: number;
  readonly wrong: number;
  readonly missing: number;
  readonly doubles: number;
  /** Exceptions in our own world, which reach no page; and parts of a page that could not be read. */
  readonly thrown: readonly string[];
  readonly unread: readonly string[];
  /** Errors that the page threw on purpose. */
  readonly own: number;
  /** Milliseconds until all marks were right. */
  readonly took: number;
  readonly failures: readonly string[];
}

/** Milliseconds after which a mark is missing, on a busy machine; and for which what is right is watched. */
const PATIENCE = 10_000;
const SETTLE = 40;
/** Where nothing is to be marked all is right at once: there wrong marks and exceptions have this long to come. */
const SETTLE_BARE = 500;

export async function tryPage(driver: Driver, site: PageServer, seed: number, n: number): Promise<Tried> {
  const { url } = site;
  const page = site.page(seed, n);
  const failures: string[] = [];
  const looks: Seen[] = [];
  const options = {
    path: page.path,
    plants: page.plants,
    patience: PATIENCE,
    settle: page.plants.some(({ want }) => want === 'marked') ? SETTLE : SETTLE_BARE,
    free: page.free,
  };
  let report: ReturnType<typeof reportOf> | undefined;
  try {
    await driver.go(url + page.path);
    looks.push(await driver.look(options));
    if (page.act) {
      await driver.act(page.act, `${url}/away`);
      looks.push(await driver.look(options));
    }
    const said = await driver.report();
    report = said === undefined ? undefined : reportOf(said);
  } catch (error) {
    failures.push(`the run itself: ${error instanceof Error ? error.message : error}`);
  }
  const { thrown, unread } = await driver.said();
  const sum = (of: (seen: Seen) => number) => looks.reduce((all, seen) => all + of(seen), 0);
  const late = looks.flatMap(({ missing }) => missing);
  const lost = late.filter(([, why]) => why === '');
  const told = (list: readonly string[], what: string) => list.map((line) => `${what}: ${line}`);
  failures.push(
    ...told(report?.errors ?? [], 'reached the page'),
    ...told(report?.foreign ?? [], 'changed'),
    ...(report?.same === false ? ['the markup is not what the page made of it'] : []),
    ...(report?.sameText === false ? ['the text is not what the page made of it'] : []),
    ...looks.flatMap(({ strays, doubles }) => [
      ...told(strays, 'wrong mark'),
      ...told(doubles, 'double mark'),
    ]),
    ...(sum((s) => s.hosts) > 0 ? ['more than one element of ours'] : []),
    ...lost.map(([id]) => `no mark: ${page.plants.find((p) => p.id === id)?.text}`),
    ...told(thrown, 'thrown in our world'),
  );
  const changed = (report?.foreign.length ?? 0) + (report?.same === false ? 1 : 0);
  return {
    page,
    marked: sum((s) => s.marked),
    badges: sum((s) => s.badges),
    excused: late.flatMap(([, why]) => (why === '' ? [] : [why])),
    exceptions: report?.errors.length ?? 0,
    changed,
    texts: report?.sameText === false ? 1 : 0,
    wrong: sum((s) => s.strays.length),
    missing: lost.length,
    doubles: sum((s) => s.doubles.length + s.hosts),
    thrown,
    unread,
    own: report?.own ?? 0,
    took: Math.max(0, ...looks.map(({ took }) => took)),
    failures: failures.map((line) => `${nameOf(seed, page)} ${line}`),
  };
}

const nameOf = (seed: number, { number, kind, encoding, policy, features, act }: Page): string =>
  `page ${number} of seed ${seed} (${[kind, encoding, policy && `${policy} policy`, ...features, act].filter(Boolean).join(', ')})`;
