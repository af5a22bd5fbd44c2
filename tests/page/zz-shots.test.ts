import { it } from 'vitest';
import { cdp, page as browser } from 'vitest/browser';
import css from '../../entrypoints/content/styles';
import { badgeElement } from '../../entrypoints/content/badge-element';
import { createOverlay } from '../../lib/page/overlay/overlay';
import { blocksOf, page, painted, until } from './support';

const CLAIM = 'The US has a mutual defense pact with Israel.';
const RATINGS = ['false', 'true', 'mixed', 'misleading', 'unproven', 'mostly-true', 'mostly-false', 'outdated', 'satire', 'context', 'unrated'] as const;
async function shoot(name: string, html: string, media: { name: string; value: string }[] = []) {
  await (cdp() as any).send('Emulation.setEmulatedMedia', { features: media });
  const c = new AbortController();
  document.body.style.cssText = 'margin:0;min-height:780px;background:#fff';
  page(html);
  const overlay = createOverlay(css, c.signal);
  let n = 0;
  const marks = blocksOf().flatMap((block) => [...block.text.matchAll(new RegExp(CLAIM.replace(/\./, '\\.'), 'g'))].map((m) => {
    const rating = RATINGS[n++ % RATINGS.length]!;
    const stance = n % 4 === 2 ? 'denies' : 'asserts';
    const s: any = { key: `${n}`, block, marked: true, match: { check: 'x', stance: 'asserts', stanceSure: true, sentence: CLAIM } };
    const b = () => badgeElement(s, { verdict: { rating, label: rating }, question: 'Q?', kind: 'check' } as any, 'badge');
    const tone = b().dataset.tone;
    return { key: `${n}`, block, start: m.index, end: m.index + m[0].length, style: `tone=${tone} stance=${stance} loudness=badge`, badge: b, onHover: () => {} };
  }));
  overlay.show(marks);
  await until(() => overlay.host().root.querySelectorAll('.badge').length > 0, 'badges');
  await painted(); await painted();
  await browser.screenshot({ element: document.body, path: `../../node_modules/.c-shots/${name}.png` });
  c.abort();
}
const para = (css: string) => `<p style="margin:0 0 10px;${css}">Officials said by Friday judges may apply. ${CLAIM} Jobs grew quickly, they say. ${CLAIM} “${CLAIM}” Nobody at the agency replied. ${CLAIM}</p>`;
const tight = `<div style="padding:16px;width:940px;columns:2;font-family:Liberation Serif">${[1, 1.15, 1.3, 1.5, 1.8].map((h) => [12, 16, 20].map((s) => para(`font-size:${s}px;line-height:${h};break-inside:avoid`)).join('')).join('')}</div>`;
const bgs = ['#fff', '#000', '#808080', '#c00', '#06c', '#0a0', '#fc0', '#a0f', 'linear-gradient(90deg,#fff,#888,#000)', '#1f2228', '#777', '#8a5200'];
const grounds = `<div style="padding:16px;font:16px/1.5 Liberation Sans;display:grid;grid-template-columns:1fr 1fr;gap:8px">${bgs.map((b) => `<div style="background:${b};padding:6px 12px;color:${/#fff$|#fc0/.test(b) ? '#000' : '#fff'}">${[0, 1].map(() => `Before. ${CLAIM}`).join(' ')} More.</div>`).join('')}</div>`;
const turned = `<div style="padding:16px;font:16px/1.5 Liberation Sans;position:relative;height:760px">
<p style="position:absolute;left:40px;top:120px;width:300px;transform:rotate(-20deg)">Turned. ${CLAIM} After it.</p>
<p style="position:absolute;left:380px;top:120px;width:220px;transform:rotate(45deg)">Turned. ${CLAIM} After it.</p>
<p style="position:absolute;left:640px;top:40px;width:220px;transform:skewX(20deg) scale(1.3)">Skewed. ${CLAIM} After it.</p>
<p style="position:absolute;left:640px;top:220px;width:220px;scale:.6;rotate:10deg">Small. ${CLAIM} After it.</p>
<p style="position:absolute;left:40px;top:420px;height:220px;writing-mode:vertical-rl">Vertical. ${CLAIM} After it.</p>
<p style="position:absolute;left:180px;top:420px;height:220px;writing-mode:vertical-lr" lang=ja>Vertical. ${CLAIM} After it.</p>
<p style="position:absolute;left:320px;top:420px;height:220px;writing-mode:sideways-lr">Sideways. ${CLAIM} After it.</p>
<p style="position:absolute;left:460px;top:420px;width:220px;zoom:1.4">Zoomed. ${CLAIM} After it.</p>
<p style="position:absolute;left:700px;top:420px;width:220px" dir=rtl>قال المسؤول. ${CLAIM} ثم انصرف. </p>
<p style="position:absolute;left:700px;top:520px;width:220px"><span style="float:left;font-size:54px;line-height:1">T</span>o wit. ${CLAIM}<sup>[1]</sup> After it. <code>x=1</code></p>
<p style="position:absolute;left:700px;top:640px;width:220px">The <b style="padding:0 40px;background:#eef">US</b> said. The US has a <span style="padding:0 20px;background:#fee">mutual defense</span> pact with Israel. After <a href="#">a link</a></p>
</div>`;
it('shoots', async () => {
  await shoot('tight', tight);
  await shoot('grounds-light', grounds);
  await shoot('grounds-dark', grounds, [{ name: 'prefers-color-scheme', value: 'dark' }]);
  await shoot('grounds-forced', grounds, [{ name: 'forced-colors', value: 'active' }]);
  await shoot('grounds-more', grounds, [{ name: 'prefers-contrast', value: 'more' }]);
  await shoot('turned', turned);
  await (cdp() as any).send('Emulation.setEmulatedMedia', { features: [] });
}, 60_000);
