import { expect, it } from 'vitest';
import { costOf, sampled } from '../support/profile-read';
import type { TraceEvent } from '../support/tasks';

const OURS = 'chrome-extension://abc/marks.js';
const at = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 2,
  ts: ts * 1000,
  dur: dur * 1000,
  ...more,
});
const from = (url: string) => ({ args: { data: { url } } });
const MARK = { ...at('profile:page', 1, 0), ph: 'I' };

it('counts our script once however it calls itself, and none of the page’s or of another thread', () => {
  const cost = costOf([
    MARK,
    at('RunTask', 0, 100),
    at('FunctionCall', 10, 60, from(OURS)),
    at('FunctionCall', 20, 30, from(OURS)),
    at('Layout', 25, 5),
    at('UpdateLayoutTree', 26, 2),
    at('RunTask', 200, 80),
    at('FunctionCall', 201, 70, from('https://page.example/app.js')),
    at('Layout', 275, 3),
    at('Paint', 278, 1),
    at('RunTask', 300, 20),
    at('EvaluateScript', 301, 10, from(OURS)),
    { ...at('FunctionCall', 0, 500, from(OURS)), tid: 9 },
  ]);
  expect(cost).toEqual({ script: 70, longest: 60, long: 1, allLong: 2, layout: 8, forced: 5, paint: 1 });
});

it('takes processor time before time of the clock', () => {
  const cost = costOf([
    MARK,
    at('RunTask', 0, 100, { tdur: 12_000 }),
    at('FunctionCall', 10, 60, { ...from(OURS), tdur: 7000 }),
  ]);
  expect(cost).toMatchObject({ script: 7, longest: 7, long: 0, allLong: 0 });
});

it('says so if the page’s thread is not known', () => {
  expect(() => costOf([at('RunTask', 0, 1)])).toThrow('which thread');
});

it('adds up the samples of our functions, longest first', () => {
  const node = (id: number, functionName: string, url: string) => ({
    id,
    callFrame: { functionName, url, lineNumber: 4, columnNumber: 0 },
  });
  const nodes = [node(1, 'place', OURS), node(2, '', OURS), node(3, 'theirs', 'https://page.example/app.js')];
  expect(sampled({ nodes, samples: [1, 2, 3, 2], timeDeltas: [1000, 2000, 9000, 500] })).toEqual([
    { name: 'anonymous (marks.js:5:1)', ms: 2.5 },
    { name: 'place (marks.js:5:1)', ms: 1 },
  ]);
});
