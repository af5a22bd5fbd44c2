/** Only http(s) addresses become links: they come from feeds and packs of anybody. */
import { describe, expect, it } from 'vitest';
import { isHttp } from '../../../components/OutLink';

describe('links', () => {
  it.each(['https://a.example/x?y#z', 'HTTP://a.example'])('are made of %s', (text) =>
    expect(isHttp(text)).toBe(true),
  );

  it.each([
    'javascript:alert(1)',
    ' https://a.example',
    'data:text/html,x',
    'mailto:desk@a.example',
    'desk@a.example',
    '//a.example',
    'https://',
    '',
  ])('are not made of “%s”', (text) => expect(isHttp(text)).toBe(false));
});
