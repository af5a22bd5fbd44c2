import { expect, it } from 'vitest';
import { withOwnNames } from '../../../lib/page/overlay/own-names';

const css =
  ':host > *{--fm-ink:#111;--tone:var(--fm-ink)}.x{color:var(--tone);width:var(--size,1px)}.a--b:hover{top:0}';

it('gives each custom property of a style a name that is another each time', () => {
  const [one, other] = [withOwnNames(css), withOwnNames(css)];
  expect(one).not.toBe(other);
  expect(one).not.toMatch(/--fm-ink|--tone/);
  const secret = /--(f\w{10,})-fm-ink:/.exec(one)?.[1] ?? '';
  expect(one.replaceAll(`--${secret}-`, '--')).toBe(css);
});

it('leaves alone what is set from outside of the style, and what is no property', () => {
  expect(withOwnNames(css)).toContain('var(--size,1px)}.a--b:hover');
});
