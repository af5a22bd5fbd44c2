import { afterEach, beforeEach, describe, it } from 'vitest';
import type { Mark } from '../../lib/page/overlay/mark';
import { type Marking, marks, startMarking } from './marking';
import { HIDING, MOVING, SCROLLING, type Scenario } from './scenarios/fixtures';
import { blocksOf, page, painted, until, untilKept } from './support';

let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => marking.end());

/** The page of a scenario with its mark; text in `.shadow` goes into an open shadow root. */
async function begin({ html, css, from }: Scenario): Promise<Mark | undefined> {
  page(`<style>body{font:17px/1.5 serif;margin:20px}${css ?? ''}</style>${html}`);
  const shadow = document.querySelector('.shadow');
  if (shadow) {
    const inner = [...shadow.childNodes];
    shadow.attachShadow({ mode: 'open' }).append(...inner);
  }
  const all = marks();
  marking.overlay.show(all);
  if (from !== 'nothing') await until(() => marking.drawn().length === 1, 'a badge to begin with');
  await painted();
  return all[0];
}

/** How far the badge is from the end of the marked words. */
function badgeOffset(mark: Mark): number {
  const range = document.createRange();
  const at = mark.block.pieces.find((p) => p.start + p.length >= mark.end);
  const badge = marking.drawn()[0]?.getBoundingClientRect();
  if (!at || !badge) return Number.POSITIVE_INFINITY;
  range.setStart(at.node, at.from + mark.end - at.start - 1);
  range.setEnd(at.node, at.from + mark.end - at.start);
  const end = range.getBoundingClientRect();
  const gap = (a: number, b: number, c: number, d: number) => Math.max(0, c - b, a - d);
  return Math.max(
    gap(badge.left, badge.right, end.left, end.right),
    gap(badge.top, badge.bottom, end.top, end.bottom),
  );
}

async function run(scenario: Scenario): Promise<void> {
  const mark = await begin(scenario);
  await scenario.act?.();
  // A page at rest but for what never rests.
  await Promise.all(
    document
      .getAnimations()
      .filter((a) => a.effect?.getComputedTiming().endTime !== Infinity)
      .map((a) => a.finished),
  );
  if (scenario.expected === 'nothing')
    return untilKept(() => marking.usable().length === 0, 'nothing to be seen');
  if (!mark) throw new Error(`no mark among ${blocksOf().length} blocks`);
  const right = () =>
    marking.usable().length === 1 &&
    badgeOffset(mark) <= 8 &&
    (scenario.expected === 'near' || marking.error(mark) <= 1);
  await untilKept(
    right,
    () =>
      `the mark in its place (${marking.usable().length} usable of ${marking.drawn().length}, underline off by ${marking.error(mark)} px, badge by ${badgeOffset(mark)})`,
  );
}

describe('text that scrolls', () => {
  it.each(SCROLLING.map((s) => [s.name, s] as const))('%s', (_, scenario) => run(scenario));
});
describe('text that moves', () => {
  it.each(MOVING.map((s) => [s.name, s] as const))('%s', (_, scenario) => run(scenario));
});
describe('text that is hidden', () => {
  it.each(HIDING.map((s) => [s.name, s] as const))('%s', (_, scenario) => run(scenario));
});
