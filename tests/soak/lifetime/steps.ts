/** What the reader does on pages and with the settings; any of it may find its background killed. */
import type { Random } from '../random';
import type { Life, Open } from './life';
import { AT_FIRST, type Chosen, sameChoices } from './model';
import type { WebPage } from './world';

/** Tabs of the first window, most. */
const MOST_TABS = 5;
/** Milliseconds after which a card or a notice takes a click, and some more (`entrypoints/marks/settled.ts`). */
const SETTLED = 700;
const FOREVER = 8_640_000_000_000_000;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export type Steps = ReturnType<typeof pageSteps>;

/** An expression for the middle of what `find` finds in the overlay, once it is there and stands still. */
const middleOf = (find: string) => `new Promise((done) => {
  let before = '';
  const look = (left) => {
    const box = (${find})?.getBoundingClientRect();
    const now = box ? box.x + ' ' + box.y : '';
    if (box && box.width > 0 && now === before) return done([box.x + box.width / 2, box.y + box.height / 2]);
    before = now;
    if (left === 0) return done(null);
    setTimeout(look, 60, left - 1);
  };
  look(150);
})`;
const badgeOf = (check: string) => `root?.querySelector('.badge[data-check=${JSON.stringify(check)}]')`;
/** What stands where the pointer is, and what else is open, for who looks into a failure. */
const stateAt = ([x, y]: readonly [number, number]) =>
  `JSON.stringify({ at: [${x}, ${y}], under: root?.elementFromPoint(${x}, ${y})?.className ?? null, open: [...(root?.querySelectorAll(':popover-open') ?? [])].map((e) => e.className), cards: [...(root?.querySelectorAll('[aria-expanded=true]') ?? [])].map((e) => e.dataset.check), page: [document.visibilityState, document.hasFocus(), innerWidth, innerHeight, scrollY] })`;
const buttonOf = (words: string) =>
  `[...(root?.querySelectorAll('button, [role=menuitem]') ?? [])].find((b) => b.textContent.includes(${JSON.stringify(words)}) && b.checkVisibility())`;

export function pageSteps(life: Life, random: Random) {
  const { reader, world, model, counts } = life;
  let lastTab = 0;

  const steps = {
    /** Ends the background; `inWork`: while it was at something. */
    async kill(inWork: boolean): Promise<void> {
      if (!(await reader.kill())) return;
      counts.kills++;
      life.trace.push(inWork ? 'killed at work' : 'killed');
      if (inWork) counts.killsInWork++;
    },
    /** Does something; `cut`: with the background killed meanwhile. Was it done, as far as anybody was told? */
    async work(act: () => Promise<unknown>, cut: boolean): Promise<boolean> {
      let open = true;
      const doing = act().then(
        () => undefined,
        (error: Error) => error,
      );
      void doing.then(() => {
        open = false;
      });
      if (cut) {
        await pause(random.int(0, 60));
        await steps.kill(open);
      }
      const error = await doing;
      if (error && !cut) life.fail(`refused though nothing was in the way: ${error.message}`);
      return error === undefined;
    },
    /** Changes settings, and the model with them. */
    async choose(change: Partial<Chosen>, act?: () => Promise<unknown>): Promise<void> {
      counts.choices++;
      const before = model.chosen;
      const after = { ...before, ...change };
      const done = await steps.work(act ?? (() => life.call('changeSettings', change)), random.chance(0.35));
      if (done) model.chosen = after;
      else await steps.oneOf([before, after]);
    },
    /** The settings are one of these, whichever: nobody was told. */
    async oneOf(all: readonly Chosen[]): Promise<void> {
      await life.hold(async () => {
        const now = await life.settings();
        const found = all.find((one) => sameChoices(now, one));
        if (found) model.chosen = found;
        return found
          ? ''
          : `settings are ${JSON.stringify(now)}, neither ${all.map((one) => JSON.stringify(one)).join(' nor ')}`;
      });
    },
    /** Tabs of the extension that opened by themselves go; the reader's are in front again. */
    async refront(): Promise<void> {
      await life.ask(
        `for (const tab of await api.tabs.query({}))
           if (tab.url?.startsWith(${JSON.stringify(`${reader.origin}/`)}) && tab.url !== ${JSON.stringify(`${reader.origin}/check.html`)}) await api.tabs.remove(tab.id);`,
      );
      for (const open of life.inFront.values()) await reader.front(open.tab);
    },
    someOpen: (): Open => random.pick([...life.inFront.values()]),
    /** A page in a new tab; of the first window, or alone in a window. */
    async open(page: WebPage, window: 'tab' | 'window'): Promise<void> {
      counts.pages++;
      const n = ++lastTab;
      const host = random.pick(world.hosts);
      const tab = await reader.open(world.addressOf(host, page, n), window);
      const open: Open = { tab, n, page, host };
      if (window === 'tab') life.tabs.push(open);
      life.inFront.set(window, open);
    },
    async visit(): Promise<void> {
      const page = random.pick(world.pages);
      if (life.tabs.length < MOST_TABS && random.chance(0.5)) return steps.open(page, 'tab');
      const open = steps.someOpen();
      counts.pages++;
      open.page = page;
      open.host = random.pick(world.hosts);
      await reader.go(open.tab, world.addressOf(open.host, page, open.n));
    },
    async follow(): Promise<void> {
      const open = steps.someOpen();
      const path = await reader.run<string>(
        open.tab,
        `(() => { const a = document.links[${random.int(0, 2)}]; setTimeout(() => a.click()); return a.pathname; })()`,
      );
      const page = world.pages.find((one) => one.path === path);
      if (!page) throw new Error(`no page at ${path}`);
      counts.pages++;
      for (let n = 0; n < 400; n++) {
        await pause(25);
        const at = `location.pathname === ${JSON.stringify(path)} && document.readyState === 'complete'`;
        if (await reader.run<boolean>(open.tab, at).catch(() => false)) break;
      }
      open.page = page;
    },
    async scroll(): Promise<void> {
      const { tab } = steps.someOpen();
      await reader.run(tab, `scrollTo({ top: ${random.int(0, 3_000)}, behavior: 'instant' })`);
      await pause(random.int(0, 200));
      await reader.run(tab, `scrollTo({ top: 0, behavior: 'instant' })`);
    },
    async front(): Promise<void> {
      const open = random.pick(life.tabs);
      life.inFront.set('tab', open);
      await reader.front(open.tab);
    },
    async close(): Promise<void> {
      if (life.tabs.length < 3) return;
      const [open] = life.tabs.splice(random.int(0, life.tabs.length - 1), 1);
      if (!open) return;
      await reader.close(open.tab);
      if (life.inFront.get('tab') === open) await steps.front();
    },
    /** Moves the pointer to a badge of a page in front, whose card opens; answers with its check, if there is one. */
    async card(): Promise<{ open: Open; check: string } | undefined> {
      const open = steps.someOpen();
      await reader.front(open.tab);
      if (!(await life.hold(() => life.wrongOn(open)))) return undefined;
      // Beside an underline alone, a badge shows itself to the keyboard only.
      const drawn = model.chosen.loudness === 'badge' ? model.listed(open.page, open.host) : [];
      if (drawn.length === 0) return undefined;
      const check = random.pick(drawn);
      const where = () => reader.look<[number, number] | null>(open.tab, middleOf(badgeOf(check)));
      let at = await where();
      const height = await reader.run<number>(open.tab, 'innerHeight');
      if (at && (at[1] < 20 || at[1] > height - 20)) {
        // No pointer comes to what is out of view.
        await reader.run(open.tab, `scrollBy({ top: ${at[1] - height / 2}, behavior: 'instant' })`);
        at = await where();
      }
      if (!at) {
        life.fail(
          `no badge of ${check} on ${open.page.path}: ${JSON.stringify(await reader.look(open.tab, `Array.from(root?.querySelectorAll('.badge') ?? [], (b) => [b.dataset.check, b.getBoundingClientRect().toJSON()])`))}`,
        );
        return undefined;
      }
      // What is still open from before may cover this badge: a click elsewhere closes a card, and a notice goes some seconds
      // after the pointer has left it.
      await reader.point(open.tab, 5, 5, true);
      const closed = `!root?.querySelector('.card-layer:popover-open, .notice-layer:popover-open')`;
      await life.hold(async () =>
        (await reader.look<boolean>(open.tab, closed)) ? '' : 'a card or a notice stays open',
      );
      await reader.point(open.tab, ...at, false);
      const isOpen = () => reader.look<boolean>(open.tab, `${badgeOf(check)}?.ariaExpanded === 'true'`);
      for (let n = 0; n < 40 && !(await isOpen()); n++) {
        await pause(100);
        if (n % 20 !== 19) continue;
        // A badge that came anew under a pointer at rest hears of it when the pointer moves: readers move it.
        counts.pointedAgain++;
        await reader.point(open.tab, 5, 5, false);
        await reader.point(open.tab, ...at, false);
      }
      const shown = await life.hold(async () =>
        (await isOpen())
          ? ''
          : `no card of ${check} on ${open.page.path}: ${await reader.look(open.tab, stateAt(at))}`,
      );
      if (!shown) return undefined;
      counts.cards++;
      return { open, check };
    },
    /** “Not this claim”, and perhaps Undo. */
    async dismiss(): Promise<void> {
      const at = await steps.card();
      if (!at) return;
      const { open, check } = at;
      const said = open.page.sentences.find((s) => s.check === check)?.text ?? '';
      const press = async (words: string) => {
        // No click counts on what has only just come.
        await pause(SETTLED);
        const button = await reader.look<[number, number] | null>(open.tab, middleOf(buttonOf(words)));
        if (button) await reader.point(open.tab, ...button, true);
        return button !== null;
      };
      /** Presses again, as a reader does, while nothing has come of it: on a busy machine a card settles late. */
      const insist = async (words: string, on: Chosen) => {
        for (let n = 0; n < 5; n++) {
          await pause(1_000);
          if (sameChoices(await life.settings(), on) || !(await press(words))) return;
        }
      };
      const before = model.chosen;
      const after = { ...before, dismissed: [...before.dismissed, { check, sentence: said }] };
      let pressed = false;
      const cut = random.chance(0.3);
      await steps.work(async () => {
        pressed = await press('Not this claim');
      }, cut);
      counts.choices++;
      if (!pressed) return;
      if (!cut) {
        await insist('Not this claim', after);
        await steps.becomes(after);
      } else {
        // Whatever the new background was asked for before these two has been done once they are.
        await pause(500);
        await life.call('library');
        await life.call('changeSettings', {});
        await steps.oneOf([before, after]);
      }
      if (cut || random.chance(0.5)) return;
      if (!(await press('Undo'))) return;
      await insist('Undo', before);
      await steps.becomes(before);
    },
    /** The settings are so, soon. */
    async becomes(wanted: Chosen): Promise<void> {
      const there = await life.hold(async () => {
        const now = await life.settings();
        return sameChoices(now, wanted)
          ? ''
          : `settings are ${JSON.stringify(now)} instead of ${JSON.stringify(wanted)}`;
      });
      model.chosen = there ? wanted : await life.settings();
    },
    /** A click on a badge opens the check in a tab. */
    async read(): Promise<void> {
      const at = await steps.card();
      if (!at) return;
      const isNewest = async () => (await life.call<{ id: string }[]>('recent'))[0]?.id === at.check;
      // An update on schedule may take it out of its pack between the card and the click.
      const isGone = async () => !(await life.call('check', { id: at.check, opened: false }));
      // Of a badge that is drawn anew just then, for an update, a click is lost: readers click again.
      for (let n = 0; n === 0 || (n < 3 && !(await isNewest())); n++) {
        const box = await reader.look<[number, number] | null>(at.open.tab, middleOf(badgeOf(at.check)));
        if (box) await reader.point(at.open.tab, ...box, true);
        if (n > 0) counts.clickedAgain++;
        for (let left = 30; left > 0 && !(await isNewest()); left--) await pause(100);
      }
      await life.hold(async () => {
        if ((await isNewest()) || (await isGone())) return '';
        const urls = await life.ask<string[]>(`return (await api.tabs.query({})).map((tab) => tab.url);`);
        return `${at.check} was opened, and is not the newest of what was; tabs: ${urls.join(' ')}`;
      });
      if (!(await isGone())) model.opened.add(at.check);
      await steps.refront();
    },
    async popup(): Promise<void> {
      const open = steps.someOpen();
      await reader.front(open.tab);
      counts.popups++;
      const fronts = [...life.inFront.values()];
      await life.hold(async () => {
        const text = await reader.popup();
        const fits = fronts.some(({ page, host }) => {
          const count = model.count(page, host);
          return (
            !model.isRead(host, Date.now()) ||
            (count === 0 ? !/\d+ sentence/.test(text) : text.includes(`${count} sentence`))
          );
        });
        return fits ? '' : `the popup says “${text.slice(0, 200)}”`;
      });
    },
    topic: () => {
      const { topicsOff } = model.chosen;
      const topic = random.pick(
        world.pages.flatMap((page) => page.sentences.map((s) => s.pack?.source ?? s.topic)),
      );
      const on = topicsOff.includes(topic);
      const next = on ? topicsOff.filter((t) => t !== topic) : [...topicsOff, topic];
      return steps.choose({ topicsOff: next }, () => life.call('switchTopic', { topic, on }));
    },
    site: () => {
      const { sitesOff } = model.chosen;
      const host = random.pick(world.hosts).replace(/:\d+$/, '');
      const next = sitesOff.includes(host) ? sitesOff.filter((s) => s !== host) : [...sitesOff, host];
      return steps.choose({ sitesOff: next });
    },
    loudness: () => steps.choose({ loudness: random.pick(['badge', 'badge', 'underline', 'list'] as const) }),
    pause: () =>
      steps.choose({ pausedUntil: random.chance(0.5) ? Date.now() + random.int(500, 4_000) : FOREVER }),
    /** Back to where there is something to see. */
    refresh: () => steps.choose(AT_FIRST),
    /** A backup is saved, or the one that was saved last is taken over. */
    async backup(): Promise<void> {
      if (kept === undefined || random.chance(0.5)) {
        const text = await life.call<string>('backup');
        const { settings } = JSON.parse(text) as { settings: Partial<Chosen> };
        const { pausedUntil } = model.chosen;
        if (!sameChoices({ ...AT_FIRST, ...settings, pausedUntil }, model.chosen))
          life.fail(
            `the backup holds ${JSON.stringify(settings)} instead of ${JSON.stringify(model.chosen)}`,
          );
        kept = { text, settings };
        return;
      }
      const { text, settings } = kept;
      const known = Object.keys(AT_FIRST) as (keyof Chosen)[];
      const change = Object.fromEntries(known.filter((k) => k in settings).map((k) => [k, settings[k]]));
      await steps.choose(change, () => life.call('restoreBackup', { text }));
    },
  };
  let kept: { readonly text: string; readonly settings: Partial<Chosen> } | undefined;
  return steps;
}
