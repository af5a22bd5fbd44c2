/** What is it that came: the `pack.json` of a pack, or something that may be a feed? Told by its content alone. */
import { LARGEST_MANIFEST, looksLikeManifest } from '../../claims';
import { whole } from '../network/body';
import type { Bytes } from '../packs/bytes';
import { jsonOf } from '../packs/check-manifest';

export type Came =
  | { readonly kind: 'pack'; readonly manifest: Bytes }
  /** All of it, from its first byte. */
  | { readonly kind: 'feed'; readonly chunks: AsyncIterable<Uint8Array> };

const OPENING = '{'.charCodeAt(0);
/** Space, tab, line ends, and the three bytes of a byte order mark. */
const BEFORE = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** Reads only as far as it takes to tell; what was read comes again. */
export async function tell(chunks: AsyncGenerator<Uint8Array>): Promise<Came> {
  const head: Uint8Array[] = [];
  let bytes = 0;
  let first: number | undefined;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) break;
    head.push(value);
    bytes += value.byteLength;
    first ??= value.find((byte) => !BEFORE.has(byte));
    if ((first !== undefined && first !== OPENING) || bytes > LARGEST_MANIFEST)
      return { kind: 'feed', chunks: again(head, chunks) };
  }
  const manifest = await whole(again(head, chunks));
  return looksLikeManifest(jsonOf(manifest))
    ? { kind: 'pack', manifest }
    : { kind: 'feed', chunks: again([manifest], chunks) };
}

async function* again(head: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>) {
  try {
    yield* head;
    yield* rest;
  } finally {
    // Whoever stops in the middle ends the request, too.
    await rest.return(undefined);
  }
}
