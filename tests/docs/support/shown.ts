/** Commands as the documentation shows them, and whether what was printed is what it says. */
import type { Block } from './markdown';

/** A command, and what the documentation says it prints; undefined where it says nothing. */
export interface Shown {
  readonly at: string;
  readonly command: string;
  readonly output: string | undefined;
}

/** `sh`: commands alone. `console`: commands behind `$ `, each with what it prints, `…` standing for anything. */
export const SHELLS = ['sh', 'console'];

export const commandsIn = (block: Block): Shown[] =>
  block.language === 'console' ? withOutput(block) : alone(block);

function alone({ file, line, text }: Block): Shown[] {
  const shown: Shown[] = [];
  let held = '';
  for (const [i, row] of text.split('\n').entries()) {
    if (row.endsWith('\\')) {
      held += `${row.slice(0, -1)} `;
      continue;
    }
    const command = (held + row).replace(/(^|\s)#\s.*$/, '').trim();
    held = '';
    if (command !== '') shown.push({ at: `${file}:${line + 1 + i}`, command, output: undefined });
  }
  return shown;
}

function withOutput({ file, line, text }: Block): Shown[] {
  const rows = text.replace(/\n$/, '').split('\n');
  const starts = rows.flatMap((row, i) => (row.startsWith('$ ') ? [i] : []));
  if (starts[0] !== 0) throw new Error(`${file}:${line}: a console block begins with a command behind “$ ”`);
  return starts.map((start, n) => ({
    at: `${file}:${line + 1 + start}`,
    command: (rows[start] ?? '').slice(2).trim(),
    output: rows.slice(start + 1, starts[n + 1] ?? rows.length).join('\n'),
  }));
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Is `printed` what the documentation says? A line of `…` alone stands for any lines, elsewhere it is any characters. */
export function isAsShown(printed: string, shown: string): boolean {
  const rows = shown
    .trimEnd()
    .split('\n')
    .map((row) => (row.trim() === '…' ? '[\\s\\S]*?' : row.split('…').map(quoted).join('.*?')));
  return new RegExp(`^${rows.join('\\n')}$`, 'u').test(printed.trimEnd());
}
