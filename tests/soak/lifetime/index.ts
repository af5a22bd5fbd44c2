/** An hour of a reader's life in a browser that ends the background whenever it likes. */
import type { Figure, Outcome, Part } from '../part';
import { mean } from './memory';
import { live } from './run';

const HOUR = 60 * 60_000;

export const lifetime: Part = {
  name: 'lifetime',
  about:
    'An hour of browsing, choosing and updating in two windows, with the background ended at random, also in the middle of work; after each step settings, library, marks and counts are held against a model.',
  browsers: ['chromium', 'firefox'],
  async run(options): Promise<Outcome> {
    const ms = HOUR * options.scale;
    const life = await live(options, { ms });
    const { counts } = life;
    const figure = (name: string, value: number, bounds: Partial<Figure> = {}): Figure => ({
      name,
      value,
      unit: '',
      ...bounds,
    });
    const minutes = ms / 60_000;
    const between = (of: 'pss' | 'own' | 'disk', from: number, to: number) =>
      mean(life.memory.filter(({ minute }) => minute >= from && minute <= to).map((m) => m[of]));
    const early = (of: 'pss' | 'own' | 'disk') => between(of, minutes / 12, minutes / 6);
    const late = (of: 'pss' | 'own' | 'disk') => between(of, (minutes * 11) / 12, Number.POSITIVE_INFINITY);
    const round = (n: number) => Math.round(n * 10) / 10;
    const MB = (name: string, value: number): Figure => ({ name, value: round(value), unit: 'MB' });
    const growth = (late('pss') / early('pss') - 1) * 100;
    const memory: Figure[] =
      life.memory.length === 0
        ? []
        : [
            MB('memory of the browser, minutes 5 to 10', early('pss')),
            MB('memory of the browser, the last 5 minutes', late('pss')),
            { name: 'growth of memory', value: round(growth), unit: '%' },
            MB('of this, in processes of extensions, minutes 5 to 10', early('own')),
            MB('of this, in processes of extensions, the last 5 minutes', late('own')),
            MB('our files on disk, minutes 5 to 10', early('disk')),
            MB('our files on disk, the last 5 minutes', late('disk')),
          ];
    return {
      figures: [
        figure('steps', counts.steps, { least: 500 }),
        figure('pages', counts.pages),
        figure('choices in settings and on cards', counts.choices),
        figure('cards opened', counts.cards),
        figure('badges pointed at again, because no card had come in two seconds', counts.pointedAgain),
        figure('badges clicked again, because no check had opened in three seconds', counts.clickedAgain),
        figure('popups opened', counts.popups),
        figure('background ended', counts.kills, { least: 100 }),
        figure('of these in the middle of work', counts.killsInWork, { least: 30 }),
        figure('editions published', counts.published),
        figure('of these broken on their way', counts.broken),
        figure('of these not taken on schedule, as most was gone', counts.withheld),
        figure('editions installed', counts.installed),
        figure('wrong states', counts.wrong, { most: 0 }),
        figure('errors in background, pages and scripts', life.errors.length, { most: 0 }),
        ...memory,
      ],
      failures: [...life.failures, ...life.errors],
    };
  },
};
