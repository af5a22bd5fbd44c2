/** Whatever publishers, thieves and hosts serve in whatever order: a reader follows the keys as a naive model does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keysProblem, type Manifest, MOST_KEYS } from '../../lib/claims';
import { followKeys } from '../../lib/store/packs/follow-keys';
import type { KnownKeys } from '../../lib/store/source';

const NOW = '2027-03-02T10:00:00.000Z';
type Keys = Pick<Manifest, 'keys' | 'revoked' | 'serial' | 'signature'>;

/** Few keys, so that they meet. */
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const spare = fc.option(key, { nil: undefined, freq: 4 });

/** Any list, and such as publishers write: a walk from spare to spare. */
interface Said {
  readonly key: string;
  readonly spare: string | undefined;
  readonly serial: number;
}
const anyList: fc.Arbitrary<Said[]> = fc.array(
  fc.record({ key, spare, serial: fc.integer({ min: 1, max: 6 }) }),
  { maxLength: 4 },
);
const walk: fc.Arbitrary<Said[]> = fc
  .tuple(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }), fc.boolean())
  .map(([order, open]) => {
    const keys = open && order.length > 1 ? order.slice(0, -1) : order;
    return keys.map((k, i) => ({ key: k, spare: order[i + 1], serial: i + 1 }));
  });
const served: fc.Arbitrary<Keys> = fc
  .record({
    list: fc.oneof({ arbitrary: walk, weight: 4 }, { arbitrary: anyList, weight: 1 }),
    signer: fc.option(key, { nil: undefined, freq: 3 }),
    listed: fc.integer({ min: 0, max: 3 }),
    signed: fc.integer({ min: 0, max: 9 }),
    revoked: fc.integer({ min: 0, max: 5 }),
    serial: fc.integer({ min: 5, max: 9 }),
  })
  .map(({ list, signer, listed, signed, revoked, serial }) => {
    // Mostly the last of the list signs, as it should.
    const last = listed > 0 ? list.at(-1)?.key : undefined;
    const by = signed === 0 ? undefined : (last ?? signer);
    return {
      serial,
      ...(listed > 0 &&
        list.length > 0 && {
          keys: list.map((said) => ({
            key: said.key,
            serial: said.serial,
            value: '',
            ...(said.spare && { spare: said.spare }),
          })),
        }),
      ...(revoked === 0 && { revoked: true as const }),
      ...(by !== undefined && { signature: { algorithm: 'Ed25519' as const, key: by, value: '' } }),
    };
  });

/** What a reader holds, said the long way: every key ever trusted, what each named, what is dead. */
interface Model {
  present: string | undefined;
  readonly spares: Map<string, string>;
  readonly past: string[];
  revoked: boolean;
}

/** The model takes what is served, or answers false and stays as it is. */
function take(model: Model, { keys, revoked, serial, signature }: Keys): boolean {
  if (!signature) return model.present === undefined && !keys && !revoked;
  const list = keys ?? [];
  for (let i = 0; i < list.length; i++) {
    const said = list[i];
    if (!said) return false;
    if (i > 0 && list[i - 1]?.spare !== said.key) return false;
    if (i > 0 && (list[i - 1]?.serial ?? 0) >= said.serial) return false;
    if (list.slice(0, i + 1).some((earlier) => earlier.key === said.spare)) return false;
    if (said.serial > serial) return false;
  }
  if (list.length > 0 && list.at(-1)?.key !== signature.key) return false;
  const spares = new Map(model.spares);
  let present = model.present ?? signature.key;
  const past: string[] = [];
  // One step at a time, each by what the present key says in this list.
  for (;;) {
    const said = list.find((one) => one.key === present);
    if (model.past.includes(present)) return false;
    if (said?.spare !== undefined) {
      if (model.past.includes(said.spare)) return false;
      const known = spares.get(present);
      if (known !== undefined && known !== said.spare) return false;
      spares.set(present, said.spare);
    }
    if (present === signature.key) break;
    if (said?.spare === undefined) return false;
    past.push(present);
    present = said.spare;
  }
  if (past.length === 0 && model.present !== undefined && model.revoked && !revoked) return false;
  model.present = present;
  for (const [one, its] of spares) model.spares.set(one, its);
  model.past.push(...past);
  model.revoked = revoked === true;
  return true;
}

it('a reader follows keys as a naive model does, over any history', () => {
  const seen = { taken: 0, moved: 0, revoked: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(served, { minLength: 1, maxLength: 12 }), (history) => {
      const model: Model = { present: undefined, spares: new Map(), past: [], revoked: false };
      let known: KnownKeys = {};
      const dead = new Set<string>();
      for (const one of history) {
        const followed = keysProblem(one as Manifest) ? 'problem' : followKeys(known, one, NOW);
        const taken = take(model, one);
        expect(typeof followed !== 'string', JSON.stringify({ history, one, known, followed })).toBe(taken);
        if (typeof followed === 'string') {
          seen.refused++;
          continue;
        }
        seen.taken++;
        if (known.key !== undefined && known.key !== followed.key) {
          seen.moved++;
          // Nobody but the spare, or the spare's spare, takes a key's place.
          if (known.spare !== undefined)
            expect(one.keys?.some((said) => said.key === known.spare)).toBe(true);
        }
        if (followed.revoked) seen.revoked++;
        known = followed;
        for (const earlier of known.earlierKeys ?? []) dead.add(earlier.key);
        expect({
          key: known.key,
          spare: known.spare,
          past: (known.earlierKeys ?? []).map((earlier) => earlier.key),
          revoked: known.revoked !== undefined,
        }).toEqual({
          key: model.present,
          spare: model.spares.get(model.present ?? ''),
          past: model.past.slice(-MOST_KEYS),
          revoked: model.revoked,
        });
      }
    }),
    { numRuns: 1_000, seed: 9 },
  );
  // It was not all refused, nor all taken.
  for (const n of Object.values(seen)) expect(n).toBeGreaterThan(100);
});
