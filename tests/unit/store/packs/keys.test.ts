/** Who may sign the next edition: keys that change, keys that are stolen, lists of keys that lie; in the store as it is. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyStatement, Manifest } from '../../../../lib/claims';
import type { SigningKey } from '../../../../lib/cli/pack/keys';
import { stated } from '../../../../lib/cli/pack/succession';
import { rollBack } from '../../../../lib/store/editions/swap';
import { addFromAddress, addFromFiles } from '../../../../lib/store/updates/add';
import { updateSource, updateUnattended } from '../../../../lib/store/updates/update';
import { altered, bundleOf, newKey, PackMaker, type Published } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { cheese } from '../../../support/pack-sky';
import { newDevice, openWorld, type World } from '../../../support/pack-world';

const [a, b, c, thief] = [newKey(), newKey(), newKey(), newKey()];
const one = { checks: [cheese(0)], sets: { dairy: ['cheese'] } };
const says = (key: SigningKey, serial: number, spare?: SigningKey, id = 'sky') =>
  stated(id, { key: key.public, serial, ...(spare && { spare: spare.public }) }, key);

const A = says(a, 1, b);
const B = says(b, 5, c);
const C = says(c, 9);

const made = new PackMaker('sky', a, [A]).publish(one);
/** The pack's edition `serial` as the holder of `key` can make it. */
const edition = (
  serial: number,
  key: SigningKey | undefined,
  keys?: KeyStatement[],
  more: Partial<Manifest> = {},
) => {
  const { keys: _keys, ...plain } = made.manifest;
  return altered({ ...made, manifest: plain }, { serial, ...(keys && { keys }), ...more }, key);
};

let host: Host;
let world: World;
const address = () => `${host.url}pack.json`;
const read = () => world.db.get('sources', 'pack:sky');
const now = '2027-03-02T10:00:00.000Z';
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  world = await openWorld({ now: () => new Date(now) });
});

async function add(published: Published) {
  host.serve(published.files);
  return addFromAddress(world, address());
}
/** Serves it and looks: how that ended, or what is said against it. */
async function look({ files }: Published): Promise<string> {
  host.serve(files);
  return updateSource(world, 'pack:sky').then(
    ({ kind }) => kind,
    (error: Error) => error.message,
  );
}
/** Is refused with these words, and nothing but what is said of it has changed. */
async function refused(published: Published, words: string) {
  const before = await read();
  expect(await look(published)).toContain(words);
  expect(await read()).toEqual({ ...before, looked: now, failed: expect.stringContaining(words) });
}

describe('a key that changes', () => {
  it('is followed to its spare, and remembered with the edition that is signed by it', async () => {
    await add(edition(1, a, [A]));
    expect(await read()).toMatchObject({ key: a.public, spare: b.public, current: { key: a.public } });
    expect(await look(edition(5, b, [A, B]))).toBe('updated');
    expect(await read()).toMatchObject({
      key: b.public,
      spare: c.public,
      earlierKeys: [{ key: a.public, until: now }],
      current: { serial: 5, key: b.public },
      previous: { serial: 1, key: a.public },
    });
  });

  it('is followed over several at once, and by who never heard of the spare', async () => {
    await add(edition(1, a));
    expect(await read()).not.toHaveProperty('spare');
    expect(await look(edition(9, c, [A, B, C]))).toBe('updated');
    const source = await read();
    expect(source).toMatchObject({ key: c.public, earlierKeys: [{ key: a.public }, { key: b.public }] });
    expect(source).not.toHaveProperty('spare');
  });

  it('is followed from the middle of the list, also where its beginning is gone', async () => {
    await add(edition(5, b, [A, B]));
    expect(await look(edition(9, c, [B, C]))).toBe('updated');
    expect(await read()).toMatchObject({ key: c.public, earlierKeys: [{ key: b.public }] });
  });

  it('is followed in a bundle, too', async () => {
    const file = (published: Published) => new File([new Uint8Array(bundleOf(published))], 'sky.pack');
    await addFromFiles(world, [file(edition(1, a, [A]))]);
    await addFromFiles(world, [file(edition(5, b, [A, B]))]);
    expect(await read()).toMatchObject({ key: b.public, earlierKeys: [{ key: a.public }] });
    await expect(addFromFiles(world, [file(edition(6, a, [A]))])).rejects.toThrow('no longer uses');
    const { kind } = await addFromFiles(world, [file(edition(7, b, [A, B], { revoked: true }))]);
    expect([kind, await read()]).toMatchObject(['revoked', { revoked: now, current: { serial: 5 } }]);
  });

  it('leaves the old key dead, in whatever edition and with whatever list', async () => {
    await add(edition(1, a, [A]));
    await look(edition(5, b, [A, B]));
    await refused(edition(6, a, [A]), 'no longer uses');
    await refused(edition(6, a), 'no longer uses');
    await refused(edition(2 ** 31, a, [says(a, 9, thief)]), 'no longer uses');
    await refused(edition(6, thief, [says(a, 2, thief), says(thief, 6)]), 'signed with another key');
    // The first edition again, as it was.
    await refused(edition(1, a, [A]), 'no longer uses');
  });

  it('does not come back by a list that begins later', async () => {
    await add(edition(1, a, [A]));
    await look(edition(5, b, [A, says(b, 5)]));
    await refused(edition(6, b, [says(b, 6, a)]), 'names another spare key');
    await refused(edition(9, a, [says(b, 5, a), says(a, 9)]), 'no longer uses');
  });

  it('changes with the edition or not at all, wherever the update is cut', async () => {
    const seen = { before: 0, after: 0 };
    for (let at = 0, ended = false; !ended; at++) {
      newDevice();
      world = await openWorld();
      await add(edition(1, a, [A]));
      host.serve(edition(5, b, [A, B]).files);
      let steps = 0;
      const step = async () => {
        if (steps++ === at) throw new Error('cut');
      };
      await updateSource({ ...world, step }, 'pack:sky').then(
        () => {
          ended = true;
        },
        () => {},
      );
      const source = await read();
      expect([a.public, b.public]).toContain(source?.key);
      expect(source?.current.key, `cut at ${at}`).toBe(source?.key);
      seen[source?.key === a.public ? 'before' : 'after']++;
    }
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(0);
    expect(seen.before).toBeGreaterThan(5);
  });

  it('can be had from a thief who numbered an edition as high as numbers go', async () => {
    await add(edition(1, a, [A]));
    expect(await look(edition(2 ** 31, a, [A]))).toBe('updated');
    await refused(edition(2, a, [A]), 'older copy');
    expect(await look(edition(5, b, [A, B]))).toBe('updated');
    await refused(edition(4, b, [A, says(b, 4, c)]), 'older copy');
  });

  it('stays when the reader goes back to an edition of the key before', async () => {
    await add(edition(2 ** 31, a, [A]));
    await look(edition(5, b, [A, B]));
    await rollBack(world, 'pack:sky');
    expect(await read()).toMatchObject({ key: b.public, current: { serial: 2 ** 31, key: a.public } });
    await refused(edition(2 ** 31, a, [A], { title: 'Again' }), 'no longer uses');
    expect(await look(edition(6, b, [A, B]))).toBe('updated');
  });

  it.each(['+010000-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z'])(
    'does not care for the clock (%s)',
    async (time) => {
      world = await openWorld({ now: () => new Date(time) });
      await add(edition(1, a, [A]));
      expect(await look(edition(5, b, [A, B]))).toBe('updated');
      expect(await read()).toMatchObject({ earlierKeys: [{ key: a.public, until: time }] });
      expect(await look(edition(5, b, [A, B]))).toBe('same');
    },
  );

  it('is followed in what an earlier program stored, which knew the first key alone', async () => {
    await add(edition(1, a));
    const stored = await read();
    if (!stored) throw new Error('is not there');
    const { key: _key, ...current } = stored.current;
    await world.db.put('sources', { ...stored, current });
    await refused(edition(2, thief), 'signed with another key');
    expect(await look(edition(5, b, [A, B]))).toBe('updated');
    expect(await read()).toMatchObject({ key: b.public, current: { key: b.public } });
  });
});

describe('who has stolen a key', () => {
  beforeEach(() => add(edition(1, a, [A])));

  it('can publish with it until the spare takes its place, and lead nobody to a key of theirs', async () => {
    const T = says(thief, 3);
    await refused(edition(3, thief, [says(a, 1, thief), T]), 'names another spare key');
    await refused(edition(3, a, [says(a, 1, thief)]), 'names another spare key');
    await refused(edition(3, thief, [A, T]), 'keys.1.key: is not the spare of the key before it');
    await refused(edition(3, thief, [T]), 'signed with another key');
    expect(await look(edition(3, a))).toBe('updated');
    // Saying nothing of the spare makes nobody forget it.
    await refused(edition(4, a, [says(a, 4, thief)]), 'names another spare key');
    expect(await look(edition(5, b, [A, B]))).toBe('updated');
  });

  it('can leave the pack unsigned no more than before', () =>
    refused(edition(3, undefined), 'was signed when you added it, and this edition is not'));
});

describe('a list of keys that is not right', () => {
  const many = Array.from({ length: 18 }, newKey);
  const long = many.slice(0, 17).map((key, i) => says(key, i + 1, many[i + 1]));
  const wrong: [name: string, served: Published, words: string][] = [
    [
      'another pack’s statement',
      edition(5, b, [says(a, 1, b, 'sea'), B]),
      'keys.0.value: is not the signature',
    ],
    [
      'a statement signed by another',
      edition(5, b, [{ ...A, value: B.value }, B]),
      'keys.0.value: is not the',
    ],
    ['a statement that was changed', edition(5, b, [{ ...A, serial: 2 }, B]), 'keys.0.value: is not the'],
    [
      'a loop',
      edition(9, a, [A, says(b, 5, a), says(a, 9)]),
      'keys.1.spare: is a key that signs or has signed',
    ],
    ['a key that is its own spare', edition(2, a, [says(a, 1, a)]), 'keys.0.spare: is a key that signs'],
    ['a gap', edition(9, c, [A, C]), 'keys.1.key: is not the spare of the key before it'],
    ['another order', edition(9, a, [B, A]), 'keys.1.key: is not the spare'],
    ['numbers that fall', edition(9, b, [says(a, 5, b), says(b, 5)]), 'keys.1.serial: is not higher'],
    ['a number to come', edition(4, b, [A, B]), 'keys.1.serial: is higher than that of the edition'],
    ['a last key that does not sign', edition(5, a, [A, B]), 'keys.1.key: is not the key that signs'],
    ['more keys than are taken', edition(30, many[16], long), 'keys: Invalid length'],
    ['no key', edition(5, b, []), 'keys: Invalid length'],
    [
      'a field that nobody knows',
      edition(5, b, [{ ...A, on: '10000-01-01' } as KeyStatement, B]),
      'keys.0.on:',
    ],
    [
      'a key in another spelling',
      edition(5, b, [{ ...A, spare: `${A.key.slice(0, 42)}B` }, B]),
      'keys.0.spare:',
    ],
    ['keys and no signature', edition(5, undefined, [A]), 'keys: are of a pack that is not signed'],
    [
      'a revocation that nobody signed',
      edition(5, undefined, undefined, { revoked: true }),
      'revoked: is said of',
    ],
    [
      'keys that came after signing',
      resaid(edition(5, b, [B]), { keys: [A, B] }),
      'signature of “The pack sky” is wrong',
    ],
    ['a revocation that came after signing', resaid(edition(2, a), { revoked: true }), 'is wrong'],
  ];
  /** Said after it was signed. */
  function resaid({ manifest, files }: Published, more: Partial<Manifest>): Published {
    const said = Buffer.from(JSON.stringify({ ...manifest, ...more }));
    return { manifest, files: new Map([...files, ['pack.json', said]]) };
  }

  it.each(wrong)('is refused: %s', async (_, served, words) => {
    await add(edition(1, a, [A]));
    await refused(served, words);
  });
});

describe('a key that is revoked', () => {
  const revoked = edition(2, a, [A], { revoked: true });
  beforeEach(() => add(edition(1, a, [A])));

  it('leaves what is there, and nothing more signed with it is taken: not older, not newer, not unrevoked', async () => {
    expect(await look(revoked)).toBe('revoked');
    const source = await read();
    expect(source).toMatchObject({ key: a.public, revoked: now, spare: b.public, current: { serial: 1 } });
    expect(source).not.toHaveProperty('failed');
    await refused(edition(1, a, [A]), 'has revoked the key');
    await refused(edition(3, a, [A]), 'has revoked the key');
    await refused(edition(2 ** 31, a), 'has revoked the key');
    expect(await look(revoked)).toBe('revoked');
    expect(await read()).toEqual({ ...source, looked: now });
  });

  it('is told on schedule as well', async () => {
    host.serve(revoked.files);
    expect(await updateUnattended(world, 'pack:sky')).toMatchObject({ kind: 'revoked' });
    expect(await read()).toMatchObject({ revoked: now });
    expect(await read()).not.toHaveProperty('cut');
  });

  it('is revoked though a thief has numbered an edition as high as numbers go', async () => {
    await look(edition(2 ** 31, a, [A]));
    expect(await look(revoked)).toBe('revoked');
  });

  it('gives way to its spare, and to nobody else', async () => {
    await look(revoked);
    await refused(edition(5, thief, [says(a, 1, thief), says(thief, 5)]), 'names another spare key');
    expect(await look(edition(5, b, [A, B]))).toBe('updated');
    const source = await read();
    expect(source).toMatchObject({ key: b.public, earlierKeys: [{ key: a.public }] });
    expect(source).not.toHaveProperty('revoked');
    await refused(edition(6, a, [A]), 'no longer uses');
    await refused(revoked, 'no longer uses');
  });

  it('may be the spare, which then is dead with the key before it', async () => {
    expect(await look(edition(5, b, [A, says(b, 5)], { revoked: true }))).toBe('revoked');
    const source = await read();
    expect(source).toMatchObject({ key: b.public, revoked: now, earlierKeys: [{ key: a.public }] });
    expect(source).not.toHaveProperty('spare');
    await refused(edition(6, a, [A]), 'no longer uses');
    await refused(edition(6, b, [A, says(b, 5)]), 'has revoked the key');
  });

  it('is no pack to be added, and no word about one that was not signed', async () => {
    newDevice();
    world = await openWorld();
    await expect(add(revoked)).rejects.toThrow('has revoked the key');
    expect(await read()).toBeUndefined();
    await add(edition(1, undefined));
    expect(await look(revoked)).toContain('has revoked the key');
    expect(await read()).not.toHaveProperty('revoked');
  });
});
