/**
 * Names for our custom properties that no page can know. A page can register a name it knows (`CSS.registerProperty`),
 * also for our shadow root, and so paint a verdict in another colour or have an address of its own asked for with it.
 */

const NAME = /(?<![\w-])--[a-z][\w-]*/g;
const DECLARED = /(?<![\w-])(--[a-z][\w-]*)\s*:/g;

/** `css` with another name for each property that it declares itself; names differ with every call. */
export function withOwnNames(css: string): string {
  const declared = new Set([...css.matchAll(DECLARED)].map(([, name]) => name));
  // There on insecure pages, too, unlike `randomUUID`.
  const secret = [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join('');
  return css.replace(NAME, (name) => (declared.has(name) ? `--f${secret}${name.slice(1)}` : name));
}
