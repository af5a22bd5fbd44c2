import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageCalls, PanelCalls, TabCalls } from '../../../lib/messages/calls';
import { hostOf, type PageSender, serveBackground, serveTab } from '../../../lib/messages/serve';
import { type Handlers, WIRE } from '../../../lib/messages/wire';
import { DEFAULTS } from '../../../lib/store/settings';
import { arrive, ID, messageListeners } from '../../support/extension-api';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));

/** Senders as a browser describes them. */
const url = (page: string) => `chrome-extension://${ID}/${page}`;
const content = {
  id: ID,
  url: 'https://frame.example/ad',
  frameId: 3,
  tab: { id: 7, url: 'https://example.org/a', incognito: false },
};
const popup = { id: ID, url: url('popup.html') };
const optionsTab = { id: ID, url: url('options.html'), tab: { id: 9, url: url('options.html') } };
const background = { id: ID, url: url('background.js') };
const message = (call: string, query?: unknown) => ({ wire: WIRE, call, query });

/** What the handlers were asked, in order. */
let asked: unknown[][];
const pages = {
  openCheck: (query, sender) => void asked.push(['openCheck', query, sender]),
  report: () => {
    throw new Error('the library is broken');
  },
  switchSite: async () => {
    throw 'disk full';
  },
} as Partial<Handlers<PageCalls, PageSender>> as Handlers<PageCalls, PageSender>;
const panels = {
  check: async ({ id }) => void asked.push(['check', id]),
  forgetDismissed: () => DEFAULTS,
} as Partial<Handlers<PanelCalls, undefined>> as Handlers<PanelCalls, undefined>;
const tabs = { reveal: ({ key }) => key === 'a' } as Partial<Handlers<TabCalls, undefined>> as Handlers<
  TabCalls,
  undefined
>;

beforeEach(() => {
  asked = [];
  messageListeners.clear();
});

describe('serveBackground', () => {
  beforeEach(() => serveBackground(pages, panels));

  it('answers a content script, knowing its tab, its frame and the host of the tab’s page', async () => {
    expect(await arrive(message('openCheck', { check: 'a' }), content)).toEqual({ value: undefined });
    expect(asked).toEqual([
      [
        'openCheck',
        { check: 'a' },
        {
          tabId: 7,
          frameId: 3,
          url: 'https://frame.example/ad',
          home: 'https://example.org/a',
          host: 'example.org',
          incognito: false,
        },
      ],
    ]);
  });

  it.each([
    ['another extension', { ...popup, id: 'stranger' }],
    [
      'another extension that names our address',
      { id: 'stranger', url: url('popup.html'), tab: content.tab },
    ],
    ['nobody', {}],
  ])('does not answer %s', (_, sender) => {
    for (const call of ['check', 'openCheck', 'nothing'])
      expect(arrive(message(call, { id: 'a' }), sender)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([undefined, null, 'check', {}, { call: 'check' }, { wire: 'other/1', call: 'check' }])(
    'does not answer an unmarked message (%j)',
    (unmarked) => {
      expect(arrive(unmarked, popup)).toBeUndefined();
      expect(arrive(unmarked, content)).toBeUndefined();
    },
  );

  it('does not answer a sender without a tab that is no page of ours', () => {
    expect(arrive(message('openCheck'), { id: ID, url: 'https://example.org/' })).toBeUndefined();
    expect(arrive(message('openCheck'), { id: ID })).toBeUndefined();
  });

  it.each([
    ['popup', popup],
    ['options page in a tab', optionsTab],
  ])('lets the %s make panel calls, and no page calls', async (_, sender) => {
    expect(await arrive(message('forgetDismissed'), sender)).toEqual({ value: DEFAULTS });
    expect(await arrive(message('openCheck', { check: 'a' }), sender)).toEqual({
      error: expect.stringContaining('openCheck'),
    });
    expect(asked).toEqual([]);
  });

  it.each([
    content,
    { ...content, url: `https://${ID}/popup.html` },
    { ...content, url: `https://example.org/#${url('popup.html')}` },
    { ...content, url: `chrome-extension://${ID}.example.org/popup.html` },
    { ...content, url: undefined },
  ])('lets no content script make panel calls ($url)', async (sender) => {
    expect(await arrive(message('check', { id: 'a' }), sender)).toEqual({
      error: 'there is no call “check” for this sender',
    });
    expect(asked).toEqual([]);
  });

  it.each(['nothing', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'answers the unknown call “%s” with an error',
    async (call) => {
      const refusal = { error: `there is no call “${call}” for this sender` };
      expect(await arrive(message(call), popup)).toEqual(refusal);
      expect(await arrive(message(call), content)).toEqual(refusal);
    },
  );

  it('answers with the message of what a handler threw', async () => {
    expect(await arrive(message('report', {}), content)).toEqual({ error: 'the library is broken' });
    expect(await arrive(message('switchSite', { on: true }), content)).toEqual({ error: 'disk full' });
  });
});

describe('serveTab', () => {
  let end: AbortController;
  beforeEach(() => {
    end = new AbortController();
    serveTab(tabs, end.signal);
  });

  it.each([
    ['background', background],
    ['popup', popup],
    ['options page in a tab', optionsTab],
  ])('answers the %s', async (_, sender) => {
    expect(await arrive(message('reveal', { key: 'a' }), sender)).toEqual({ value: true });
    expect(await arrive(message('toString'), sender)).toEqual({ error: expect.stringContaining('toString') });
  });

  it('answers no content script, no other extension, no unmarked message', () => {
    expect(arrive(message('reveal', { key: 'a' }), content)).toBeUndefined();
    expect(arrive(message('reveal', { key: 'a' }), { ...content, url: undefined })).toBeUndefined();
    expect(arrive(message('reveal', { key: 'a' }), { ...background, id: 'stranger' })).toBeUndefined();
    expect(arrive({ call: 'reveal', query: { key: 'a' } }, background)).toBeUndefined();
  });

  it('ends with its signal', () => {
    end.abort();
    expect(arrive(message('reveal', { key: 'a' }), background)).toBeUndefined();
    expect(messageListeners.size).toBe(0);
  });
});

it.each([
  ['https://www.Example.org:8080/a?b#c', 'www.example.org'],
  ['http://user:secret@example.org/', 'example.org'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['http://[::1]/', '[::1]'],
  ['file:///home/reader/a.html', 'local files'],
  ['about:blank', ''],
  ['data:text/html,x', ''],
  ['not an address', ''],
  ['', ''],
])('hostOf(%s) is “%s”', (address, host) => expect(hostOf(address)).toBe(host));
