import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, page, panel, tab } from '../../../lib/messages/client';
import { WIRE } from '../../../lib/messages/wire';
import { other } from '../../support/extension-api';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));

/** What was sent: message, tab, frame. */
let sent: unknown[][];
const answerWith = (reply: unknown) => {
  other.answer = (...args) => {
    sent.push(args.filter((a) => a !== undefined));
    return reply;
  };
};
beforeEach(() => {
  sent = [];
});

describe('callers', () => {
  it('send a marked message to the background, and answer with the value', async () => {
    answerWith({ value: { check: 'a' } });
    expect(await panel.check({ id: 'a', opened: true })).toEqual({ check: 'a' });
    await page.switchSite({ on: false });
    expect(sent).toEqual([
      [{ wire: WIRE, call: 'check', query: { id: 'a', opened: true } }],
      [{ wire: WIRE, call: 'switchSite', query: { on: false } }],
    ]);
  });

  it('send to a tab’s top frame, or the frame asked for', async () => {
    answerWith({ value: true });
    expect(await tab(7).reveal({ key: 'a' })).toBe(true);
    await tab(7, 3).step({ forward: true, enter: false });
    expect(sent).toEqual([
      [{ wire: WIRE, call: 'reveal', query: { key: 'a' } }, 7, 0],
      [{ wire: WIRE, call: 'step', query: { forward: true, enter: false } }, 7, 3],
    ]);
  });

  it('answer a value that is nothing, also where the browser drops the field', async () => {
    for (const reply of [{ value: undefined }, {}]) {
      answerWith(reply);
      expect(await panel.check({ id: 'gone', opened: false })).toBeUndefined();
    }
    answerWith({ value: false });
    expect(await tab(7).reveal({ key: 'gone' })).toBe(false);
  });

  it('throw a CallError that says what happened there', async () => {
    answerWith({ error: 'the library is broken' });
    const failed = panel.library();
    await expect(failed).rejects.toBeInstanceOf(CallError);
    await expect(failed).rejects.toThrow('the library is broken');
  });

  it.each([undefined, null])(
    'throw a CallError that names the call when nobody answers (%s)',
    async (reply) => {
      answerWith(reply);
      const failed = page.pageState({ first: true });
      await expect(failed).rejects.toBeInstanceOf(CallError);
      await expect(failed).rejects.toThrow('nobody answered “pageState”');
    },
  );

  it('reject as the browser does where there is no receiver', async () => {
    other.answer = () => {
      throw new Error('Receiving end does not exist');
    };
    await expect(tab(7).status()).rejects.toThrow('Receiving end does not exist');
  });
});
