/** What a page can tell by the clock: which of two checks matched, and whether a sentence was nearly a match. */

import { html } from '../../support/claim';
import { Inside, type Launched } from '../../support/extension';
import type { Site } from '../../support/server';
import type { Figure, SoakOptions } from '../part';
import { random } from '../random';

/** Sentences of the same length, said in turn. The first two are claims of two checks, the third is one but for a word. */
const KINDS = {
  one: 'The US has a mutual defense pact with Israel.',
  other: 'No, the US is not bound by treaty to defend Israel.',
  near: 'The US has a mutual defense film about Israel.',
  plain: 'The old mill by the river has a red tin roof now.',
};
type Kind = keyof typeof KINDS;
/** Times each is said. */
const TIMES = 60;

interface Measured {
  /** Until our element is met where the sentence ends, milliseconds; 1,500 if never. */
  readonly until: number;
  /** Time in which the page's own turns were late by more than a few milliseconds. */
  readonly busy: number;
}

/** Puts a sentence on the page, and measures all that it can until 1,500 ms have gone by. */
const PROBE = `window.probe = async (text) => {
  const p = document.querySelector('main').appendChild(document.createElement('p'));
  p.textContent = text;
  const range = document.createRange();
  range.selectNodeContents(p);
  const { right, top, bottom } = range.getBoundingClientRect();
  const began = performance.now();
  let last = began, busy = 0, until = 1500;
  while (last - began < 1500) {
    // A page that never rests would keep us from working at all, and learn nothing.
    await new Promise((r) => setTimeout(r));
    const now = performance.now();
    if (now - last > 8) busy += now - last;
    last = now;
    if (until < 1500) continue;
    for (let x = right - 4; x < right + 24; x += 4) for (const y of [top + 2, (top + bottom) / 2])
      if (document.elementFromPoint(x, y)?.localName === 'factmark-overlay') until = now - began;
  }
  p.remove();
  return { until, busy };
};`;

/** How often one of each, taken at random, is told apart rightly by which is greater, %; 50 is chance. */
function toldApart(a: readonly number[], b: readonly number[]): number {
  let greater = 0;
  for (const x of a) for (const y of b) greater += x > y ? 1 : x === y ? 0.5 : 0;
  const share = greater / (a.length * b.length);
  return Math.round(1_000 * Math.max(share, 1 - share)) / 10;
}

export async function byTheClock(
  app: Launched,
  site: Site,
  { seed, scale, signal }: SoakOptions,
): Promise<Figure[]> {
  site.pages.set('/clock.html', html(`<main><p>${KINDS.one}</p></main><script>${PROBE}</script>`));
  const page = await app.context.newPage();
  const inside = await Inside.attach(page, app);
  await page.goto(`${site.url}/clock.html`);
  for (let n = 0; n < 60 && (await inside.badges()).length === 0; n++) await page.waitForTimeout(500);
  const chance = random(seed);
  const measured: Record<Kind, Measured[]> = { one: [], other: [], near: [], plain: [] };
  const times = Math.max(3, Math.round(TIMES * scale));
  const kinds = Object.keys(KINDS) as Kind[];
  for (let n = 0; n < times && !signal.aborted; n++) {
    // In another order each time; no text twice, for what was answered once is not asked again.
    for (const kind of [...kinds].sort(() => chance.next() - 0.5)) {
      const text = `Part ${1_000 + n}. ${KINDS[kind]}`;
      measured[kind].push(await page.evaluate<Measured>(`probe(${JSON.stringify(text)})`));
      await page.waitForTimeout(50);
    }
  }
  await page.close();
  const of = (kind: Kind, what: keyof Measured) => measured[kind].map((m) => m[what]);
  const drawn = (kind: Kind) => of(kind, 'until').filter((ms) => ms < 1_500).length;
  return [
    { name: 'by the clock: sentences of each kind', value: times, unit: '' },
    {
      name: 'by the clock: marked of the first and second kind',
      value: drawn('one') + drawn('other'),
      unit: '',
    },
    {
      name: 'by the clock: which of two checks, by the time to its mark',
      value: toldApart(of('one', 'until'), of('other', 'until')),
      unit: '%',
    },
    {
      name: 'by the clock: which of two checks, by the page being held up',
      value: toldApart(of('one', 'busy'), of('other', 'busy')),
      unit: '%',
    },
    {
      name: 'by the clock: near miss or plain sentence, by the page being held up',
      value: toldApart(of('near', 'busy'), of('plain', 'busy')),
      unit: '%',
    },
    {
      name: 'by the clock: marked or not, by the page being held up',
      value: toldApart(of('one', 'busy'), of('plain', 'busy')),
      unit: '%',
    },
  ];
}
