/** The reader's tabs and the lines to the extension; and, after each step, everything held against the model. */
import { diskOf, memoryOf } from './memory';
import { type Chosen, Model, sameChoices } from './model';
import type { Reader, Tab } from './reader';
import type { PackWorld, WebPage, World } from './world';

/** A limit on hanging, not on speed: what is to hold must hold by then. */
const PATIENCE = 60_000;

export interface Open {
  readonly tab: Tab;
  readonly n: number;
  page: WebPage;
  host: string;
}

interface Seen {
  readonly count: string;
  readonly listed: readonly string[];
}
interface Drawn {
  readonly hosts: number;
  readonly badges: readonly string[];
}

/** Evaluated on a page of ours; `api` is the extension's. */
const api = (body: string) => `(async () => { const api = globalThis.browser ?? chrome; ${body} })()`;
export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const sorted = (list: readonly string[]) => [...list].sort().join(' ');

export class Life {
  readonly model = new Model();
  /** What was done, in short. */
  readonly trace: string[] = [];
  readonly failures: string[] = [];
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  readonly counts = {
    steps: 0,
    pages: 0,
    kills: 0,
    killsInWork: 0,
    published: 0,
    broken: 0,
    withheld: 0,
    installed: 0,
    choices: 0,
    cards: 0,
    pointedAgain: 0,
    clickedAgain: 0,
    popups: 0,
    looks: 0,
    wrong: 0,
  };
  /** Tabs that are open; those in front of the two windows. */
  readonly tabs: Open[] = [];
  readonly inFront = new Map<'tab' | 'window', Open>();
  readonly memory: {
    readonly minute: number;
    readonly pss: number;
    readonly own: number;
    readonly disk: number;
  }[] = [];

  private constructor(
    readonly reader: Reader,
    readonly world: World,
    readonly own: Tab,
    private readonly say: (progress: string) => void,
  ) {}

  static async begin(
    reader: Reader,
    world: (ask: Life['call']) => Promise<World>,
    say: (progress: string) => void,
  ): Promise<Life> {
    const own = await reader.open(`${reader.origin}/check.html`);
    return new Life(reader, await world(Life.caller(reader, own)), own, say);
  }

  private static caller =
    (reader: Reader, own: Tab) =>
    async <T>(call: string, query?: unknown): Promise<T> => {
      const message = JSON.stringify({ wire: 'factmark/1', call, query });
      // As text: what browsers send over their lines of test differs for objects.
      const reply = JSON.parse(
        await reader.run<string>(
          own,
          api(
            `return JSON.stringify((await api.runtime.sendMessage(${message})) ?? { error: 'nobody answered' });`,
          ),
        ),
      ) as { value?: T; error?: string };
      if (reply.error !== undefined) throw new Error(`${call}: ${reply.error}`);
      return reply.value as T;
    };

  /** Makes a call as a page of ours does. @throws Error with what is said against it. */
  call = <T>(call: string, query?: unknown): Promise<T> => Life.caller(this.reader, this.own)(call, query);

  /** Evaluates on a page of ours, where `api` is the extension's; what is returned must be JSON. */
  ask = async <T>(body: string): Promise<T> =>
    JSON.parse(
      await this.reader.run<string>(
        this.own,
        api(`return JSON.stringify(await (async () => { ${body} })() ?? null);`),
      ),
    );

  fail(what: string): void {
    this.counts.wrong++;
    const failure = `step ${this.counts.steps} (${this.trace.slice(-4).join(', ')}): ${what}`;
    this.failures.push(failure);
    this.say(`FAILED ${failure}`);
  }

  settings = (): Promise<Chosen> => this.call<Chosen>('settings');

  /** Serial of the edition that the background has of a pack. */
  async serialOf(pack: PackWorld): Promise<number | undefined> {
    const { sources } = await this.call<{ sources: { id: string; current: { serial: number } }[] }>(
      'library',
    );
    return sources.find(({ id }) => id === pack.source)?.current.serial;
  }

  /** What each check of a pack answers now, by its number. */
  async answersOf(pack: PackWorld): Promise<Map<number, string>> {
    const ids = JSON.stringify(pack.sentences.map(({ check }) => check));
    const all = await this.ask<(string | null)[]>(
      `const views = await Promise.all(${ids}.map((id) => api.runtime.sendMessage({ wire: 'factmark/1', call: 'check', query: { id, opened: false } })));
       return views.map((view) => { if (!view || view.error) throw new Error(view?.error ?? 'nobody answered'); return view.value?.check.answer ?? null; });`,
    );
    return new Map(all.flatMap((answer, n) => (answer === null ? [] : [[n, answer] as const])));
  }

  /** Which edition, whole, the reader has of a pack; or what is wrong with it. */
  async editionOf(pack: PackWorld): Promise<{ serial: number | undefined } | string> {
    const serial = await this.serialOf(pack);
    const answers = await this.answersOf(pack);
    const published = serial === undefined ? new Map<number, string>() : pack.editions.get(serial);
    if (!published) return `${pack.id} has serial ${serial}, which was never published`;
    const form = (map: ReadonlyMap<number, string>) => JSON.stringify([...map].sort(([a], [b]) => a - b));
    if (form(answers) === form(published)) return { serial };
    return `${pack.id}, edition ${serial}, is a mix: ${form(answers)} instead of ${form(published)}`;
  }

  /** Asks again until `wrong` has nothing more to say; what it says at last is a failure. */
  async hold(wrong: () => Promise<string>): Promise<boolean> {
    const end = Date.now() + PATIENCE;
    let last = '';
    for (let n = 0; ; n++) {
      last = await wrong().catch((error: Error) => `could not be asked: ${error.message}`);
      if (last === '') return true;
      if (Date.now() > end) break;
      await pause(Math.min(50 + n * 25, 500));
    }
    this.fail(last);
    return false;
  }

  /** Settings, packs and the pages in front are as the model says. */
  async check(whole: boolean): Promise<void> {
    const { model } = this;
    this.counts.looks++;
    await this.hold(async () => {
      const now = await this.settings();
      return sameChoices(now, model.chosen)
        ? ''
        : `settings are ${JSON.stringify(now)} instead of ${JSON.stringify(model.chosen)}`;
    });
    for (const pack of this.world.packs)
      await this.hold(async () => {
        const edition = whole ? await this.editionOf(pack) : { serial: await this.serialOf(pack) };
        if (typeof edition === 'string') return edition;
        if (!model.possible(pack).has(edition.serial))
          return `${pack.id} has edition ${edition.serial} instead of ${model.editions.get(pack)}`;
        this.settle(pack, edition.serial);
        return '';
      });
    for (const open of this.inFront.values()) await this.hold(() => this.wrongOn(open));
  }

  /** The reader has this edition now. */
  settle(pack: PackWorld, serial: number | undefined): void {
    if (serial === this.model.editions.get(pack)) return;
    if (serial === undefined) this.model.editions.delete(pack);
    else {
      this.model.editions.set(pack, serial);
      this.counts.installed++;
    }
  }

  /** What is wrong on a page in front, or ''. */
  async wrongOn({ tab, n, page, host }: Open): Promise<string> {
    const { model, reader } = this;
    const seen = await this.ask<Seen | null>(
      `const tab = (await api.tabs.query({})).find((t) => URL.canParse(t.url ?? '') && new URL(t.url).search === '?tab=${n}');
       if (!tab) return null;
       const { value } = await api.tabs.sendMessage(tab.id, { wire: 'factmark/1', call: 'status' }, { frameId: 0 });
       return { count: await api.action.getBadgeText({ tabId: tab.id }), listed: value.report?.matches.map((m) => m.check) ?? [] };`,
    );
    if (!seen) return `tab ${n} is gone`;
    const drawn = await reader.look<Drawn>(
      tab,
      `({ hosts: document.querySelectorAll('factmark-overlay').length, badges: Array.from(root?.querySelectorAll('.badge') ?? [], (b) => b.dataset.check + ':' + b.dataset.loudness) })`,
    );
    const where = `${host}${page.path}, tab ${n}`;
    const listed = model.listed(page, host);
    if (sorted(seen.listed) !== sorted(listed))
      return `${where}: listed are [${sorted(seen.listed)}] instead of [${sorted(listed)}]`;
    if (sorted(drawn.badges) !== sorted(model.drawn(page, host)))
      return `${where}: badges are [${sorted(drawn.badges)}] instead of [${sorted(model.drawn(page, host))}]`;
    if (drawn.hosts > 1) return `${where}: ${drawn.hosts} elements of ours`;
    const count = model.count(page, host);
    if (seen.count !== (count === 0 ? '' : String(count)))
      return `${where}: the icon says “${seen.count}” instead of ${count}`;
    return '';
  }

  /** Takes down what the browser complained of since the step before. */
  async listen(): Promise<void> {
    for (const said of await this.reader.complaints())
      if (EXPECTED.test(said)) this.warnings.push(said);
      else {
        const error = `step ${this.counts.steps} (${this.trace.slice(-4).join(', ')}): ${said}`;
        this.errors.push(error);
        this.say(`FAILED ${error}`);
      }
  }

  /** Takes a reading of what the browser's processes and our files take. */
  measure(minute: number): void {
    const memory = memoryOf(this.reader.profile);
    if (memory)
      this.memory.push({ minute, pss: memory.pss, own: memory.own, disk: diskOf(this.reader.profile, OURS) });
  }
}

/** What the background says where a host serves what nobody may take; and what Chromium says to a worker that it is ending. */
const EXPECTED = /was not updated\.|Error: No SW$/;
/** Our folders in a profile: Chromium's, and Firefox's. */
const OURS = /\/(IndexedDB|Local Extension Settings)\/|\/storage\/default\/moz-extension/;
