/** When the panel's live region speaks. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announcer } from '../../../entrypoints/sidepanel/announcer';

let said: string[];
let focused: boolean;
const start = () =>
  announcer(
    (text) => text !== '' && said.push(text),
    () => focused,
  );
const settle = () => vi.runAllTimers();

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  focused = false;
});
afterEach(() => vi.useRealTimers());

it('speaks once for a page, when its count stands still', () => {
  const { see } = start();
  for (const n of ['1', '2', '3']) see('1 a.example', n);
  settle();
  see('1 a.example', '4');
  settle();
  expect(said).toEqual(['3']);
});

it('tells of later changes while the reader is in the panel', () => {
  const { see } = start();
  see('1 a.example', '1');
  settle();
  focused = true;
  see('1 a.example', '2');
  settle();
  expect(said).toEqual(['1', '2']);
});

it('speaks again for another page, and for one that is read anew, in the same words too', () => {
  const { see } = start();
  for (const page of ['1 a.example', '2 a.example', undefined, '2 a.example']) {
    see(page, '1');
    settle();
  }
  expect(said).toEqual(['1', '1', '1']);
});

it('says nothing once it has ended', () => {
  const { see, end } = start();
  see('1 a.example', '1');
  end();
  settle();
  expect(said).toEqual([]);
});
