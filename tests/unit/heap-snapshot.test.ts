/** The soak tells what of a heap is the extension's: here on a heap of a few nodes. */
import { describe, expect, it } from 'vitest';
import { growth, heldIn } from '../soak/load/snapshot';

const ORIGIN = 'chrome-extension://factmark';
const TYPES = ['hidden', 'object', 'closure', 'native'];
const EDGES = ['internal', 'property', 'weak'];

interface Node {
  readonly type?: string;
  readonly name: string;
  readonly size?: number;
  readonly detached?: boolean;
  /** Edge by name to the name of a node; names that begin with `weak` are weak. */
  readonly to?: Readonly<Record<string, string>>;
}

/** Writes nodes as Chromium does; the first is the root. */
function written(nodes: readonly Node[]): string {
  const strings: string[] = [];
  const string = (text: string) => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const fields = ['type', 'name', 'id', 'self_size', 'edge_count', 'detachedness'];
  const edges: number[] = [];
  const flat = nodes.flatMap(({ type = 'object', name, size = 10, detached, to = {} }, n) => {
    for (const [label, target] of Object.entries(to)) {
      const kind = label.startsWith('weak') ? 'weak' : label === 'context' ? 'internal' : 'property';
      const at = nodes.findIndex((node) => node.name === target);
      edges.push(EDGES.indexOf(kind), string(label), at * fields.length);
    }
    return [TYPES.indexOf(type), string(name), n, size, Object.keys(to).length, detached ? 2 : 0];
  });
  const meta = {
    node_fields: fields,
    node_types: [TYPES],
    edge_fields: ['type', 'name_or_index', 'to_node'],
    edge_types: [EDGES],
  };
  return JSON.stringify({ snapshot: { meta, node_count: nodes.length }, nodes: flat, edges, strings });
}

const WORLDS: readonly Node[] = [
  { type: 'native', name: 'system / NativeContext / http://page' },
  { type: 'native', name: `system / NativeContext / ${ORIGIN}` },
];
const heap = (blocks: number): string =>
  written([
    {
      name: 'root',
      size: 0,
      to: {
        document: 'Document',
        listener: 'ours',
        timer: 'theirs',
        weakly: 'nobody',
        suspended: 'Generator',
      },
    },
    ...WORLDS,
    { type: 'native', name: 'Document' },
    { type: 'closure', name: 'theirs', to: { context: WORLDS[0]?.name as string, sees: 'shared' } },
    { name: 'shared', size: 1_000 },
    {
      type: 'closure',
      name: 'ours',
      to: {
        context: 'system / Context / scope',
        sees: 'shared',
        document: 'Document',
        gone: 'Detached <p>',
        ...Object.fromEntries(Array.from({ length: blocks }, (_, n) => [`block ${n}`, `Block @${n}`])),
      },
    },
    { name: 'system / Context / scope', to: { previous: WORLDS[1]?.name as string } },
    { name: 'Generator', to: { function: 'ours', only: 'draft' } },
    { name: 'draft', size: 300 },
    { type: 'native', name: 'Detached <p>', detached: true },
    ...Array.from({ length: blocks }, (_, n) => ({ name: `Block @${n}`, size: 100 })),
    { name: 'nobody', size: 5_000 },
  ]);

describe('a heap snapshot', () => {
  it('is ours as far as nobody but our functions leads there', () => {
    const held = heldIn(heap(3), ORIGIN);
    // Function, scope, world, generator and detached node of 10, the draft, three blocks.
    expect(held.ours).toBe(50 + 300 + 3 * 100);
    expect(held.bytes).toBe(held.ours + 1_000 + 3 * 10);
    expect([held.detached, held.detachedByUs]).toEqual([1, 1]);
  });

  it('is compared by constructor', () => {
    expect(growth(heldIn(heap(3), ORIGIN), heldIn(heap(10), ORIGIN))[0]).toBe('Block: 7 more, 0.7 kB');
  });
});
