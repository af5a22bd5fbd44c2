/** What a page may do to get at what is drawn over it, before it is drawn. Each of these once worked. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import css from '../../entrypoints/marks/styles';
import { createHost } from '../../lib/page/overlay/host';
import { CLAIM, hostElement, type Marking, startMarking } from './marking';

let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => {
  marking.end();
  for (const style of document.querySelectorAll('style[data-hostile]')) style.remove();
});

/** A style of the page. */
function styled(text: string): void {
  const style = document.head.appendChild(document.createElement('style'));
  style.dataset.hostile = '';
  style.textContent = text;
}
/** What a badge of a false claim looks like, in a host of its own. */
function looks() {
  const { element, root } = createHost(css);
  const group = root.appendChild(document.createElement('div'));
  group.innerHTML =
    '<button class="badge" data-tone="false"><svg viewBox="0 0 16 16"><path class="body" d="M0 0h9v9z"/></svg></button><section class="card" data-tone="false">x</section>';
  document.body.append(element);
  const of = (selector: string) => getComputedStyle(root.querySelector(selector) as Element);
  const seen = [
    of('.badge').color,
    of('.body').fill,
    of('.card').borderTopColor,
    of('.card').backgroundImage,
    of('.card').backgroundColor,
    of('.card').fontFamily,
  ];
  element.remove();
  return seen;
}

it('no rule of a page reaches a colour, a picture or a font of ours', () => {
  const before = looks();
  const tokens = [...css.matchAll(/(?<![\w-])(--[a-z][\w-]*)\s*:/g)].map(([, name]) => name);
  expect(tokens.length).toBeGreaterThan(50);
  styled(`factmark-overlay { ${tokens.map((name) => `${name}: url(/leak) !important;`).join('')} }`);
  expect(looks()).toEqual(before);
});

it('no property that a page registers takes the place of one of ours', () => {
  const before = looks();
  const register = (name: string, syntax: string, initialValue: string) =>
    CSS.registerProperty({ name, syntax, inherits: false, initialValue });
  register('--fm-tone-false', '<color>', 'lime');
  register('--fm-surface', '*', 'url(/leak)');
  register('--tone', '<color>', 'lime');
  register('--ink', '<color>', 'lime');
  expect(looks()).toEqual(before);
});

it('no font is named that a page could call one of its own by', () => {
  const fonts = looks().at(-1) ?? '';
  expect(fonts).toBe('system-ui, sans-serif');
  const named = [...css.matchAll(/--fm-serif:([^;}]+)/g)].map(([, stack]) => stack?.trim());
  // The last one stands.
  expect(named.at(-1)).toBe('serif');
  expect(css).not.toMatch(/font-family:(?!\s*(inherit|var\())/);
});

it('a page that has defined our element gets no way into it', async () => {
  const made: { internals: ElementInternals; element: Element }[] = [];
  customElements.define(
    'factmark-overlay',
    class extends HTMLElement {
      constructor() {
        super();
        made.push({ internals: this.attachInternals(), element: this });
      }
    },
  );
  marking.end();
  marking = startMarking();
  await marking.show(`<p>${CLAIM}</p>`);
  const ours = made.find(({ element }) => element === hostElement());
  expect(ours?.internals.shadowRoot).toBeNull();
  expect(hostElement()?.shadowRoot).toBeNull();
  expect(marking.usable()).toHaveLength(1);
});

it('a click that nobody made is not heard', async () => {
  await marking.show(`<p>${CLAIM}</p>`);
  const [badge] = marking.drawn();
  let heard = 0;
  badge?.addEventListener('click', () => heard++);
  badge?.click();
  badge?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(heard).toBe(0);
});

it('an element that a page took into another document comes back, in its style', () => {
  const host = createHost('.badge { position: absolute; width: 7px }');
  const badge = host.root.appendChild(document.createElement('b'));
  badge.className = 'badge';
  host.settle(document.body);
  document.implementation.createHTMLDocument('').body.append(host.element);
  host.settle(document.body);
  expect(host.element.parentNode).toBe(document.body);
  expect(getComputedStyle(badge).width).toBe('7px');
  host.element.remove();
});
