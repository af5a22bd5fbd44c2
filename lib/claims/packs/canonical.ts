/** JSON with one spelling: keys sorted, no spaces. What is hashed and signed is this. */

/**
 * `value` as JSON text with its keys in order of UTF-16 code units, as RFC 8785 sorts them. Fields that are undefined
 * are left out.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const row = value as Readonly<Record<string, unknown>>;
  const fields = Object.keys(row)
    .filter((key) => row[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(row[key])}`);
  return `{${fields.join(',')}}`;
}
