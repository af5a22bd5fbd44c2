/** What is stored of a source that the reader added: a feed of bare reviews, or a pack. */
import type { Pack } from '../claims';

/** How often a source that has an address is looked up. */
export const SCHEDULES = ['never', 'daily', 'weekly'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** A layer of an edition; its reviews, index and prints are filed under its name. */
export interface LayerRef {
  readonly name: string;
  /** Reviews in it, and of these such as say too little to be matched. */
  readonly reviews: number;
  readonly unmatched: number;
  /** Bytes stored for it. */
  readonly bytes: number;
}

/** A publisher of reviews: the host of their addresses, or its name where they have none; and what reviews call it. */
export interface PublisherName {
  readonly key: string;
  readonly name: string;
}

export interface PublisherCount extends PublisherName {
  readonly reviews: number;
}

/** What became of the records that an edition was read from. */
export interface Records {
  readonly taken: number;
  /** Of those taken: something in them could not be kept as it was. */
  readonly changed: number;
  readonly refused: number;
  /** Said again what another says, or gave way to a newer one. */
  readonly repeated: number;
  readonly superseded: number;
  /** Refusals and changes by their reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The first refusals. */
  readonly first: readonly { readonly where: string; readonly message: string }[];
}

/** One version of a source: layers, oldest first; a later one stands before the earlier ones. */
export interface Edition {
  /** Names it, its checks, its masks and its index of ways in the database. */
  readonly name: string;
  /** Its publisher's name for it; '' for a feed. */
  readonly version: string;
  /** 0 for a feed. */
  readonly serial: number;
  /** Public key that signed it (base64url); editions of earlier programs do not say. */
  readonly key?: string;
  /** Day of its newest check, or ''. */
  readonly updated: string;
  /** When it was installed (ISO 8601). */
  readonly installed: string;
  readonly layers: readonly LayerRef[];
  /** Authored checks, and reviews of all layers that count. */
  readonly checks: number;
  readonly reviews: number;
  /** Reviews that say too little to be matched. */
  readonly unmatched: number;
  /** Bytes stored for it, with those it shares with the edition before. */
  readonly bytes: number;
  readonly languages: Readonly<Record<string, number>>;
  /** Publishers of its reviews, those with most first, a thousand at most. */
  readonly publishers: readonly PublisherCount[];
  readonly records: Records;
  /** Of a pack: what it says of itself, and the shards it is made of, layer by layer. */
  readonly pack?: Pack;
  readonly shards?: readonly (readonly string[])[];
  /** The shard its word sets came in. */
  readonly setsShard?: string;
}

/** A key that signed a pack until its spare took its place. */
export interface EarlierKey {
  readonly key: string;
  /** When that was learnt (ISO 8601, by this computer's clock): for people alone, nothing is decided by it. */
  readonly until: string;
}

/** What is known of the keys of a pack. Of one that is not signed, and of a feed, nothing is. */
export interface KnownKeys {
  /** Public key that signs (base64url): the first that was seen, or the last that took its place. */
  readonly key?: string;
  /** The only key that may take its place, once it has said so. */
  readonly spare?: string;
  /** Keys before it, oldest first. Missing in what earlier programs stored, as the next is. */
  readonly earlierKeys?: readonly EarlierKey[];
  /** When it was learnt (ISO 8601) that nothing signed with `key` is to be taken any more. */
  readonly revoked?: string;
}

export interface StoredSource extends KnownKeys {
  readonly id: string;
  readonly kind: 'feed' | 'pack';
  readonly title: string;
  /** Where it is fetched from; a source from a file has none. */
  readonly address?: string;
  /** Licence as its publisher states it. */
  readonly licence?: string;
  readonly added: string;
  readonly schedule: Schedule;
  /** Publishers (by key) whose reviews are not to be matched. */
  readonly publishersOff: readonly string[];
  readonly current: Edition;
  /** The edition before, kept so that the reader can go back one step. */
  readonly previous?: Edition;
  /** What the server said of the file that `current` was read from, for conditional requests. */
  readonly etag?: string;
  readonly modified?: string;
  /** When its address was last looked at (ISO 8601), and what went wrong then. */
  readonly looked?: string;
  readonly failed?: string;
  /** An update on schedule is running, or was cut off; `failed` says the latter. */
  readonly cut?: true;
}
