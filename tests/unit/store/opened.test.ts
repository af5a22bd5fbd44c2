import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../lib/store/database';
import {
  forgetOpened,
  type Now,
  noteChanges,
  noteOpened,
  noteTold,
  readChange,
  readChanges,
} from '../../../lib/store/opened/opened';
import { differs, ofCheck, ofReview } from '../../../lib/store/opened/snapshot';
import { parsedCheck, review } from '../../support/library';

const DAY = 86_400_000;
const at = (day: number) => new Date(Date.parse('2026-11-01T08:00:00Z') + day * DAY);

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});

const snapshot = (label: string, title?: string) =>
  ofReview(review(1, { verdict: { label, rating: 'unrated' }, ...(title ? { title } : {}) }));
/** `why`: the last entry of its log says that “False” was given up, and why. */
const saying = (label: string, why?: string) => async (): Promise<Now> => ({
  snapshot: snapshot(label),
  changes: why === undefined ? [] : [{ on: '2026-11-02', was: { label: 'False', rating: 'unrated' }, why }],
});
const told = async () =>
  (await readChanges(db)).map((c) => [c.was.verdict.label, c.now.verdict.label, c.told]);

describe('differs', () => {
  it('is told by verdict and text, not by the day of checking', () => {
    const was = snapshot('False');
    expect(differs(was, { ...was, checkedOn: '2026-01-01' })).toBe(false);
    expect(differs(was, snapshot('Mixed'))).toBe(true);
    expect(differs(was, snapshot('False', 'A new headline'))).toBe(true);
    expect(differs(was, { ...was, verdict: { label: 'False', rating: 'false' } })).toBe(true);
  });

  it.each(['question', 'answer', 'summary', 'bottomLine'] as const)('sees another %s of a check', (field) => {
    const one = parsedCheck('a');
    expect(differs(ofCheck(one), ofCheck({ ...one, [field]: `${one[field]} But.` }))).toBe(true);
    expect(differs(ofCheck(one), ofCheck({ ...one }))).toBe(false);
  });
  it('sees another section', () => {
    const one = parsedCheck('a');
    const sections = one.sections.map((s) => ({ ...s, text: `${s.text} More.` }));
    expect(differs(ofCheck(one), ofCheck({ ...one, sections }))).toBe(true);
  });
});

describe('what was opened and changed', () => {
  it('is told once, with what it said, says, when and why', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('False'), at(1));
    expect(await told()).toEqual([]);
    await noteChanges(db, saying('True', 'A new document.'), at(2));
    expect(await readChange(db, review(1).id)).toMatchObject({
      when: at(2).toISOString(),
      was: { opened: at(0).toISOString(), verdict: { label: 'False' } },
      now: { verdict: { label: 'True' } },
      why: 'A new document.',
      told: false,
    });
    // Looked at again before the reader was told, it is still one change.
    await noteChanges(db, saying('True'), at(3));
    expect((await readChange(db, review(1).id))?.when).toBe(at(2).toISOString());
    await noteTold(db, [review(1).id]);
    await noteChanges(db, saying('True'), at(4));
    expect(await told()).toEqual([['False', 'True', true]]);
  });

  it('changed twice before it is told, says what the reader saw and what it says now', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('Mixed'), at(1));
    await noteChanges(db, saying('True'), at(2));
    expect(await told()).toEqual([['False', 'True', false]]);
  });

  it('changed and changed back before it is told, is no news', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('Mixed'), at(1));
    await noteChanges(db, saying('False'), at(2));
    expect(await told()).toEqual([]);
  });

  it('changed again after it was told, is told again', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('Mixed'), at(1));
    await noteTold(db, [review(1).id]);
    await noteChanges(db, saying('True'), at(2));
    expect(await told()).toEqual([['Mixed', 'True', false]]);
  });

  it('is told with no reason but that of this change', async () => {
    await noteOpened(db, snapshot('Unproven'), at(0));
    await noteChanges(db, saying('True', 'Why “False” was given up.'), at(1));
    expect((await readChange(db, review(1).id))?.why).toBe('');
    await noteOpened(db, snapshot('False'), at(2));
    const text = { ...snapshot('False'), text: 'another' };
    await noteChanges(db, async () => ({ ...(await saying('False', 'Long ago.')()), snapshot: text }), at(3));
    expect(await readChange(db, review(1).id)).toMatchObject({ now: { text: 'another' }, why: '' });
  });

  it('comes untold first, then newest first', async () => {
    for (const n of [1, 2, 3]) await noteOpened(db, ofReview(review(n)), at(0));
    /** The first `n` have another headline now. */
    const now = (n: number) => async (id: string) => {
      const k = Number.parseInt(id.slice(2), 36);
      return { snapshot: ofReview(review(k, k <= n ? { title: 'New' } : {})), changes: [] };
    };
    await noteChanges(db, now(1), at(1));
    await noteChanges(db, now(2), at(2));
    await noteChanges(db, now(3), at(3));
    await noteTold(db, [review(3).id]);
    expect((await readChanges(db)).map((c) => c.id)).toEqual([2, 1, 3].map((n) => review(n).id));
  });

  it('that is not in the library any more is no news, but is remembered', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('True'), at(1));
    await noteChanges(db, async () => undefined, at(2));
    expect([await told(), await db.count('opened')]).toEqual([[], 1]);
    await noteChanges(db, saying('True'), at(3));
    expect(await told()).toEqual([['False', 'True', false]]);
  });

  it('is bounded: what was opened longest ago goes first', async () => {
    for (let n = 0; n < 2_003; n++) await noteOpened(db, ofReview(review(n)), new Date(n));
    expect(await db.count('opened')).toBe(2_000);
    expect(await db.get('opened', review(2).id)).toBeUndefined();
    expect(await db.get('opened', review(3).id)).toBeDefined();
  });

  it('is forgotten on demand', async () => {
    await noteOpened(db, snapshot('False'), at(0));
    await noteChanges(db, saying('True'), at(1));
    await forgetOpened(db);
    expect([await db.count('opened'), await db.count('changes')]).toEqual([0, 0]);
  });
});
