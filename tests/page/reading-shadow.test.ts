import { describe, expect, it } from 'vitest';
import { containerOf } from '../../lib/page/read/blocks';
import { isInSkipped } from '../../lib/page/read/skip';
import { CLAIM } from '../support/claim';
import { blocksOf, page, textsOf } from './support';

/** Builds `html` with its `<template shadowrootmode>` elements as shadow roots, as a page's own parser does. */
function declared(html: string): HTMLElement {
  const body = page('');
  body.setHTMLUnsafe(html);
  return body;
}

describe('shadow trees', () => {
  it('reads declared ones, slots in the order they are shown, and fallbacks', () => {
    declared(
      `<x-card><template shadowrootmode="open"><p>The story’s <slot name="what">missing</slot> stands here</p><slot></slot><div><slot name="none">What is shown if nothing is given</slot></div></template><p>Text of the light side</p><b slot="what">headline</b></x-card>`,
    );
    expect(textsOf()).toEqual([
      'The story’s headline stands here',
      'Text of the light side',
      'What is shown if nothing is given',
    ]);
  });

  it('reads slots handed on to the slots of another component', () => {
    declared(
      `<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><p>Before it. <slot></slot> After it.</p></template><slot></slot></x-b></template>${CLAIM}</x-a>`,
    );
    expect(textsOf()).toEqual([`Before it. ${CLAIM} After it.`]);
  });

  it('finds the container of slotted text where it is shown', () => {
    declared(
      `<x-a><template shadowrootmode="open"><p>Said: <slot></slot></p></template><i>${CLAIM}</i></x-a>`,
    );
    const [block] = blocksOf();
    const text = document.querySelector('i')?.firstChild as Text;
    expect(block?.pieces.some((p) => p.node === text)).toBe(true);
    expect(containerOf(text)).toBe(block?.container);
  });

  it('leaves out what is slotted into what is left out', () => {
    declared(`<x-a><template shadowrootmode="open"><nav><slot></slot></nav></template><i>${CLAIM}</i></x-a>`);
    expect(textsOf()).toEqual([]);
    expect(isInSkipped(document.querySelector('i') as Node)).toBe(true);
  });
});
