/** Values as WebDriver BiDi sends them. */

export interface Remote {
  readonly type: string;
  readonly value?: unknown;
}

/** The value itself. */
export function plain(remote: Remote): unknown {
  if (remote.type === 'undefined') return undefined;
  if (remote.type === 'null') return null;
  if (remote.type === 'array') return (remote.value as Remote[]).map(plain);
  if (remote.type === 'object')
    return Object.fromEntries((remote.value as [string, Remote][]).map(([k, v]) => [k, plain(v)]));
  return remote.value;
}
