/** The form of what is stored, in words that can be held against what was written down of it. */

/** Of a schema of valibot: types, fields, bounds and patterns, without its functions. */
export function layoutOfSchema(schema: unknown): unknown {
  if (schema instanceof RegExp) return String(schema);
  if (typeof schema === 'function') return undefined;
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(layoutOfSchema);
  const told = [
    'type',
    'entries',
    'item',
    'key',
    'value',
    'items',
    'wrapped',
    'options',
    'literal',
    'default',
  ];
  const { pipe, requirement, kind } = schema as Record<string, unknown>;
  if (Array.isArray(pipe)) return pipe.map(layoutOfSchema);
  if (kind === undefined)
    return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, layoutOfSchema(one)]));
  return Object.fromEntries([
    ...told
      .filter((key) => Object.hasOwn(schema, key))
      .map((key) => [key, layoutOfSchema((schema as Record<string, unknown>)[key])]),
    ...(requirement === undefined || typeof requirement === 'function'
      ? []
      : [['requirement', layoutOfSchema(requirement)]]),
  ]);
}

/** Of a value: its fields and their types, whatever stands in them. Of several in a list, all fields of any. */
export function layoutOf(value: unknown): unknown {
  if (Array.isArray(value)) return [value.map(layoutOf).reduce(merged, 'nothing')];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (name !== 'Object') return name;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, layoutOf(one)]),
  );
}

/** The layouts of two values that stand in one place. */
export function merged(a: unknown, b: unknown): unknown {
  if (a === 'nothing' || JSON.stringify(a) === JSON.stringify(b)) return b;
  if (b === 'nothing') return a;
  if (Array.isArray(a) && Array.isArray(b)) return [merged(a[0], b[0])];
  if (typeof a === 'object' && typeof b === 'object' && a && b) {
    const [x, y] = [a, b] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>];
    const keys = [...new Set([...Object.keys(x), ...Object.keys(y)])].sort();
    return Object.fromEntries(
      keys.map((key) => [key, key in x && key in y ? merged(x[key], y[key]) : (x[key] ?? y[key])]),
    );
  }
  return `${JSON.stringify(a)} or ${JSON.stringify(b)}`;
}
