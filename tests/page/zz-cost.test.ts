import { it } from 'vitest';
import * as old from './zz-old';
import { aroundOf } from '../../lib/page/overlay/around';
import { place } from '../../lib/page/overlay/geometry';
import { UPRIGHT } from '../../lib/page/overlay/transform';
import { blocksOf, markOf, page } from './placement-support';
const CLAIM = 'The US has a mutual defense pact with Israel.';
it('cost', () => {
  const filler = 'Officials said the agency would jog by on Friday, as judges in the capital had asked them to do. '.repeat(4);
  page(`<main><article><div style="width:600px;font:16px/1.5 serif">${`<p>${filler}${CLAIM} ${filler}</p>`.repeat(60)}</div></article></main>`);
  const bs = blocksOf();
  for (let r = 0; r < 4; r++) {
    const ms = bs.map((b) => markOf(b, CLAIM));
    const t0 = performance.now();
    for (const m of ms) { const box = m.block.container.getBoundingClientRect(); const clip = old.clipOf(m.block.container); const p = old.placementOf(m, box, clip, 1); const l = p!.lines.at(-1)!; old.isCovered(m.block.container, box.left + l.x + l.width / 2, box.top + l.y - 4); }
    const t1 = performance.now();
    for (const m of ms) place(m, aroundOf(m.block.container), m.block.container.getBoundingClientRect(), UPRIGHT);
    const t2 = performance.now();
    for (const m of ms) place(m, aroundOf(m.block.container), m.block.container.getBoundingClientRect(), UPRIGHT);
    const t3 = performance.now();
    console.log('old', ((t1 - t0) / 60).toFixed(3), 'new first', ((t2 - t1) / 60).toFixed(3), 'again', ((t3 - t2) / 60).toFixed(3));
  }
});
import { neighboursOf } from '../../lib/page/overlay/neighbours';
import { spotFor } from '../../lib/page/overlay/place-badge';
import { linesOf } from '../../lib/page/overlay/lines';
it('parts', () => {
  const bs = blocksOf().slice(20);
  const time = (name: string, f: (m: any, k: number) => void) => { const t = []; for (let r = 0; r < 3; r++) { const ms = bs.map((b) => markOf(b, CLAIM)); const t0 = performance.now(); ms.forEach(f); t.push(((performance.now() - t0) / ms.length).toFixed(3)); } console.log('old part', name, t.join(' ')); };
  time('around', (m) => aroundOf(m.block.container));
  time('lines', (m) => linesOf(m, { clip: undefined, linear: UPRIGHT }, UPRIGHT, false));
  time('neigh', (m) => neighboursOf(m.block, m.start, m.end, UPRIGHT));
  const ns = bs.map((b) => { const m = markOf(b, CLAIM); return neighboursOf(m.block, m.start, m.end, UPRIGHT)!; });
  time('spot', (m, k) => spotFor(ns[k]!, false, { left: 0, right: 600 }));
});
