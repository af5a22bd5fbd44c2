/** What the reader chooses: topics, sites, how loud, a pause; and a backup of it all. */
import type { Random } from '../random';
import type { Life } from './life';
import { AT_FIRST, type Chosen, sameChoices } from './model';
import type { Work } from './work';

const FOREVER = 8_640_000_000_000_000;

export function choiceSteps(life: Life, random: Random, work: Work) {
  const { world, model } = life;
  let kept: { readonly text: string; readonly settings: Partial<Chosen> } | undefined;
  return {
    topic: () => {
      const { topicsOff } = model.chosen;
      const topic = random.pick(
        world.pages.flatMap((page) => page.sentences.map((s) => s.pack?.source ?? s.topic)),
      );
      const on = topicsOff.includes(topic);
      const next = on ? topicsOff.filter((t) => t !== topic) : [...topicsOff, topic];
      return work.choose({ topicsOff: next }, () => life.call('switchTopic', { topic, on }));
    },
    site: () => {
      const { sitesOff } = model.chosen;
      const host = random.pick(world.hosts).replace(/:\d+$/, '');
      const next = sitesOff.includes(host) ? sitesOff.filter((s) => s !== host) : [...sitesOff, host];
      return work.choose({ sitesOff: next });
    },
    loudness: () => work.choose({ loudness: random.pick(['badge', 'badge', 'underline', 'list'] as const) }),
    pause: () =>
      work.choose({ pausedUntil: random.chance(0.5) ? Date.now() + random.int(500, 4_000) : FOREVER }),
    /** Back to where there is something to see. */
    refresh: () => work.choose(AT_FIRST),
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
      await work.choose(change, () => life.call('restoreBackup', { text }));
    },
  };
}
