/** What the reader does with the library: adds, updates, takes away and goes back, with the browser falling down meanwhile. */
import { holdAt } from '../../support/pack-hold';
import type { Random } from '../random';
import { type Life, pause } from './life';
import type { Tab } from './reader';
import { askFor, press } from './settings-page';
import type { Steps } from './steps';
import type { PackWorld } from './world';

/** Limits on hanging, not on speed. */
const LONG = 60_000;

const labelled = (label: string) =>
  `[...document.querySelectorAll('button')].find((b) => b.ariaLabel === ${JSON.stringify(label)})`;

/** How work on the library is cut off; `quiet`: not at all. */
type Cut = 'quiet' | 'kill' | 'close' | 'both';

export function librarySteps(life: Life, random: Random, steps: Steps) {
  const { reader, world, model, counts } = life;

  /** Nobody works on the library, and has asked `pack`'s host since it was asked `before` times, if anybody was to. */
  async function quiet(pack: PackWorld, before: number | undefined): Promise<void> {
    const end = Date.now() + LONG;
    for (let free = 0; free < 3; ) {
      if (Date.now() > end) {
        const asked = pack.host.asked.length - (before ?? pack.host.asked.length);
        life.fail(
          `${pack.id}: after a minute the library is at work still, or nobody asked its host (${asked} times)`,
        );
        return;
      }
      const locks = await life
        .ask<number>(
          `const { held, pending } = await navigator.locks.query(); return held.length + pending.length;`,
        )
        .catch(() => 1);
      const asked = before === undefined || pack.host.asked.length > before;
      free = locks === 0 && asked ? free + 1 : 0;
      await pause(60);
    }
  }

  /** Lets `start` begin work in which the pack's host is asked, and cuts it off where it just is. */
  async function cutOff(
    pack: PackWorld,
    cut: Cut,
    start: () => Promise<unknown>,
    closing: () => Promise<unknown>,
  ) {
    const before = pack.host.asked.length;
    const held =
      cut !== 'quiet' && random.chance(0.6)
        ? holdAt(pack.host, pack.files, random.int(1, Math.max(1, pack.files.size)), random.chance(0.5))
        : undefined;
    await start();
    if (cut !== 'quiet') {
      await (held ? Promise.race([held.reached, pause(3_000)]) : pause(random.int(0, 400)));
      const working = await life
        .ask<number>(`return (await navigator.locks.query()).held.length;`)
        .catch(() => 0);
      if (cut === 'kill' || cut === 'both') await steps.kill(working > 0);
      if (cut === 'close' || cut === 'both') await closing();
      held?.release();
    }
    await quiet(pack, cut === 'quiet' ? before : undefined);
  }

  /** The settings page in front, with work started on it. */
  async function onSettings(pack: PackWorld, cut: Cut, begin: (tab: Tab) => Promise<void>): Promise<void> {
    const tab = await reader.open(`${reader.origin}/options.html`);
    let open = true;
    const close = async () => {
      if (open) await reader.close(tab);
      open = false;
    };
    try {
      await cutOff(pack, cut, () => begin(tab), close);
    } finally {
      await close();
      await steps.refront();
    }
  }

  /** Makes the pack due and lets the hourly alarm ring now. */
  const ring = (pack: PackWorld) =>
    life.ask(`
      const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
      const db = await done(indexedDB.open('factmark'));
      const store = db.transaction('sources', 'readwrite').objectStore('sources');
      const source = await done(store.get(${JSON.stringify(pack.source)}));
      if (source) await done(store.put({ ...source, looked: '2020-01-01T00:00:00.000Z' }));
      db.close();
      await api.alarms.create('updates', { when: Date.now() });`);

  const someCut = (): Cut => random.pick(['quiet', 'quiet', 'kill', 'kill', 'close', 'both'] as const);
  const somePack = (added: boolean) => {
    const fitting = world.packs.filter((pack) => model.editions.has(pack) === added);
    return fitting.length > 0 ? random.pick(fitting) : undefined;
  };

  /** The pack must be there in this edition now, if nothing stood in the way. */
  async function expectEdition(pack: PackWorld, serial: number | undefined, what: string): Promise<void> {
    const there = await life.hold(async () => {
      const now = await life.serialOf(pack);
      if (now === serial) return '';
      // For who looks into it: what the reader would be told, and what was last asked for.
      const { sources } = await life.call<{ sources: { id: string; looked?: string; failed?: string }[] }>(
        'library',
      );
      const { looked, failed } = sources.find(({ id }) => id === pack.source) ?? {};
      const state = JSON.stringify({ now: new Date(), looked, failed, asked: pack.host.asked.slice(-12) });
      return `${what}: ${pack.id} has edition ${now} instead of ${serial}; ${state}`;
    });
    if (there) life.settle(pack, serial);
  }

  async function add(pack: PackWorld, cut: Cut): Promise<void> {
    pack.mend();
    await onSettings(pack, cut, (tab) => askFor(reader, tab, pack.address));
    if (cut === 'quiet') return expectEdition(pack, pack.served, 'added');
    await either(pack, [undefined, pack.served], 'adding was cut off');
  }

  /** Has the edition that is served less than half the checks of this one? Nobody at hand, it is not taken. */
  function losesMost(pack: PackWorld, before: number | undefined): boolean {
    const checksOf = (serial: number | undefined) => pack.editions.get(serial ?? 0)?.size ?? 0;
    return checksOf(pack.served) < checksOf(before) / 2;
  }

  /** It is one of these, and which is taken for what holds from now on. */
  async function either(
    pack: PackWorld,
    serials: readonly (number | undefined)[],
    what: string,
  ): Promise<void> {
    let found: number | undefined;
    const holds = await life.hold(async () => {
      const edition = await life.editionOf(pack);
      if (typeof edition === 'string') return `${what}: ${edition}`;
      found = edition.serial;
      return serials.includes(found) ? '' : `${what}: ${pack.id} has edition ${found}, not one of ${serials}`;
    });
    if (holds) life.settle(pack, found);
  }

  return {
    add,
    /** A pack that is not there is added. */
    addOne: async () => {
      const pack = somePack(false);
      if (pack) await add(pack, someCut());
    },
    /** The next edition is published, whole or not, and looked for on the settings page or by the alarm. */
    async update(): Promise<void> {
      const pack = somePack(true);
      if (!pack) return;
      const whole = random.chance(0.7);
      if (whole) pack.publish(random);
      else {
        pack.publishBroken(random);
        counts.broken++;
      }
      counts.published++;
      const before = model.editions.get(pack);
      let cut = someCut();
      const isUnattended = random.chance(0.5);
      if (isUnattended) {
        if (cut === 'close') cut = 'kill';
        await cutOff(
          pack,
          cut,
          () => ring(pack),
          async () => {},
        );
      } else {
        await onSettings(pack, cut, (tab) => press(reader, tab, labelled(`Update ${pack.title} now`)));
      }
      if (!whole) return either(pack, [before], 'a broken edition');
      if (isUnattended && losesMost(pack, before)) {
        counts.withheld++;
        return either(pack, [before], 'most of it is gone');
      }
      if (cut === 'quiet') return expectEdition(pack, pack.served, 'updated');
      await either(pack, [before, pack.served], 'an update was cut off');
    },
    async remove(): Promise<void> {
      const pack = somePack(true);
      if (!pack) return;
      const cut = random.chance(0.5);
      const before = model.editions.get(pack);
      const done = await steps.work(() => life.call('removeSource', { id: pack.source }), cut);
      // Its topic is on again, whatever it was.
      const { chosen } = model;
      const on = { ...chosen, topicsOff: chosen.topicsOff.filter((t) => t !== pack.source) };
      if (done) {
        model.chosen = on;
        return expectEdition(pack, undefined, 'removed');
      }
      await quiet(pack, undefined);
      await either(pack, [before, undefined], 'removing was cut off');
      await steps.oneOf([chosen, on]);
    },
    async rollBack(): Promise<void> {
      const pack = somePack(true);
      if (!pack) return;
      const { sources } = await life.call<{ sources: { id: string; previous?: { serial: number } }[] }>(
        'library',
      );
      const earlier = sources.find(({ id }) => id === pack.source)?.previous?.serial;
      if (earlier === undefined) return;
      const before = model.editions.get(pack);
      const done = await steps.work(() => life.call('rollBack', { id: pack.source }), random.chance(0.4));
      if (done) await expectEdition(pack, earlier, 'rolled back');
      else {
        await quiet(pack, undefined);
        await either(pack, [before, earlier], 'rolling back was cut off');
      }
      await life.call('setSchedule', { id: pack.source, schedule: 'weekly' });
    },
  };
}
