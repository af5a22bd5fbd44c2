/**
 * Marking as grammar checkers do it: the browser's own highlights for the underlines, and boxes in a shadow root that
 * are all made anew at each scroll, key, change of selection or size, and every second.
 */

/** Underlines every one of `sentences` in the page's text nodes; how many there are. */
export function markByRecipe(sentences: readonly string[]): number {
  const ranges = rangesOf(sentences);
  const style = document.createElement('style');
  style.textContent = '::highlight(bench) { text-decoration: underline 2px #d33; }';
  document.head.append(style);
  CSS.highlights.set('bench', new Highlight(...ranges));
  const host = document.createElement('bench-boxes');
  const root = host.attachShadow({ mode: 'closed' });
  document.body.append(host);

  const render = () => {
    waiting = false;
    const boxes = ranges.flatMap((range) =>
      [...range.getClientRects()].map(({ left, top, width, height }) => {
        const box = document.createElement('div');
        box.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;cursor:pointer`;
        return box;
      }),
    );
    root.replaceChildren(...boxes);
  };
  let waiting = false;
  const schedule = () => {
    if (!waiting) requestAnimationFrame(render);
    waiting = true;
  };
  for (const type of ['scroll', 'resize', 'keydown', 'keyup', 'click'])
    window.addEventListener(type, schedule, { capture: true, passive: true });
  document.addEventListener('selectionchange', schedule);
  new MutationObserver(schedule).observe(document.body, { characterData: true, subtree: true });
  setInterval(schedule, 1_000);
  schedule();
  return ranges.length;
}

function rangesOf(sentences: readonly string[]): Range[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    for (const sentence of sentences) {
      const at = data.indexOf(sentence);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sentence.length);
      ranges.push(range);
    }
  }
  return ranges;
}
