/** Badges, cards, checks and the popup, used as a hand uses them. */
import type { Random } from '../random';
import { type Life, type Open, pause } from './life';
import { type Chosen, sameChoices } from './model';
import type { Visits } from './visits';
import type { Work } from './work';

/** Milliseconds after which a card or a notice takes a click, and some more (`entrypoints/marks/settled.ts`). */
const SETTLED = 700;

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

export function cardSteps(life: Life, random: Random, work: Work, visits: Visits) {
  const { reader, model, counts } = life;
  const steps = {
    /** Moves the pointer to a badge of a page in front, whose card opens; answers with its check, if there is one. */
    async card(): Promise<{ open: Open; check: string } | undefined> {
      const open = visits.someOpen();
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
      await work.work(async () => {
        pressed = await press('Not this claim');
      }, cut);
      counts.choices++;
      if (!pressed) return;
      if (!cut) {
        await insist('Not this claim', after);
        await work.becomes(after);
      } else {
        // Whatever the new background was asked for before these two has been done once they are.
        await pause(500);
        await life.call('library');
        await life.call('changeSettings', {});
        await work.oneOf([before, after]);
      }
      if (cut || random.chance(0.5)) return;
      if (!(await press('Undo'))) return;
      await insist('Undo', before);
      await work.becomes(before);
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
      await visits.refront();
    },
    async popup(): Promise<void> {
      const open = visits.someOpen();
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
  };
  return steps;
}
