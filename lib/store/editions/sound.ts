/** Is what is stored of a source still what it was? Nothing else that is stored may suffer from one that is not. */
import * as v from 'valibot';
import type { StoredSource } from '../source';

const edition = v.looseObject({
  name: v.string(),
  installed: v.string(),
  layers: v.array(v.looseObject({ name: v.string(), reviews: v.number(), unmatched: v.number() })),
  checks: v.number(),
  pack: v.optional(v.looseObject({ id: v.string(), title: v.string(), sets: v.looseObject({}) })),
});
const shape = v.looseObject({
  id: v.string(),
  title: v.string(),
  publishersOff: v.array(v.string()),
  current: edition,
  previous: v.optional(edition),
});

/** Is it what it should be, as far as the library stands on it? A record may have been damaged on the disk. */
export const isSound = (stored: StoredSource | undefined): stored is StoredSource => v.is(shape, stored);
