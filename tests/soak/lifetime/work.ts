/** Work that may find its background ended while it is done, and settings that are chosen so. */
import type { Random } from '../random';
import { type Life, pause } from './life';
import { type Chosen, sameChoices } from './model';

export type Work = ReturnType<typeof workSteps>;

export function workSteps(life: Life, random: Random) {
  const { reader, model, counts } = life;
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
  };
  return steps;
}
