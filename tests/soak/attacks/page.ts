/** Pages that attack, as HTML, and what is measured on them from within. */
import { CLAIM, html } from '../../support/claim';

/** Sentences of a paragraph. */
export const PER_PARAGRAPH = 10;

/** Before the page's own content: longest task and longest time between two frames since `__begin()`, milliseconds. */
const MEASURE = `<script>
  let begun = 0, task = 0, gap = 0, last = 0;
  try { new PerformanceObserver((l) => { for (const e of l.getEntries()) if (e.startTime >= begun) task = Math.max(task, e.duration); }).observe({ type: 'longtask' }); } catch {}
  const frame = (now) => { if (last >= begun && last) gap = Math.max(gap, now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  window.__begin = () => { begun = performance.now(); task = gap = 0; };
  window.__longest = () => ({ task, gap });
</script>`;

/** `count` sentences that each say the claim; `distinct`: no two paragraphs are the same. */
export function manyTimes(count: number, distinct: boolean): string {
  const paragraphs: string[] = [];
  for (let n = 0; n < count; n += PER_PARAGRAPH) {
    const times = Math.min(PER_PARAGRAPH, count - n);
    const sentences = Array.from({ length: times }, (_, i) =>
      distinct ? `${CLAIM} That was said on page ${n + i}.` : CLAIM,
    );
    paragraphs.push(`<p>${sentences.join(' ')}</p>`);
  }
  return html(MEASURE + paragraphs.join('\n'));
}

/** `count` shadow roots, a claim in each. */
export const shadowFlood = (count: number): string =>
  html(`${MEASURE}<p>${CLAIM}</p><script>
    for (let n = 0; n < ${count}; n++) {
      const at = document.body.appendChild(document.createElement('div'));
      at.attachShadow({ mode: 'open' }).innerHTML = '<p>${CLAIM}</p>';
    }</script>`);

/** `count` frames large enough to be read, a claim in each. */
export const frameFlood = (count: number): string =>
  html(`${MEASURE}<p>${CLAIM}</p><script>
    for (let n = 0; n < ${count}; n++) {
      const at = document.createElement('iframe');
      at.width = 400; at.height = 120; at.srcdoc = '<p>${CLAIM}</p>';
      document.body.append(at);
    }</script>`);

/** Sends `count` of each: messages and events as our own scripts send them; answers with their number when all are sent. */
export const messageFlood = (count: number): string => `(async () => {
  let sent = 0;
  const said = { wire: 'factmark/1', call: 'switchSite', query: { on: false } };
  const host = document.querySelector('factmark-overlay');
  const types = ['factmark-leave', 'wxt:content-script-started', 'click', 'keydown', 'focusin', 'pointermove', 'scroll', 'pageshow', 'beforeprint', 'afterprint', 'freeze'];
  for (let n = 0; n < ${count}; n++) {
    postMessage(said, '*');
    for (const type of types) for (const target of [window, document, host]) { target?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: said })); sent++; }
    if (n % 50 === 0) await new Promise((r) => setTimeout(r));
    sent++;
  }
  return sent;
})()`;
