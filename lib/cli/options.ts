/** Options of a command that takes no file but by name. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage';

/** `string`: `--name VALUE`; `short`: `-n VALUE` for a name of one letter. */
type Kind = 'string' | 'short';

/** @throws UsageError for anything not in `kinds`. */
export function options(
  args: string[],
  kinds: Readonly<Record<string, Kind>>,
): Record<string, string | undefined> {
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [
          name,
          kind === 'short' ? { type: 'string' as const, short: name } : { type: 'string' as const },
        ]),
      ),
    });
    return values as Record<string, string | undefined>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError if it was not given. */
export function required(values: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UsageError(`--${name} FILE is needed`);
  return value;
}
