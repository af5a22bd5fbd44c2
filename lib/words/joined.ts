/**
 * All words of a language as one text, as the package holds them: an entry a word would cost as much again for its name
 * and its brackets. Names are those of the build (`.ci/word-names.ts`): `w` and a number, which is the place of its line, or
 * that and the form of a word that is counted or made from a value: forms share the line, each after a mark, as
 * `other=Seiten`. Lines and forms part at signs that JSON need not escape, as it must a line's end and a tab.
 */

const LINE = '|';
const FORM = '^';

/** `texts` by name. @throws RangeError if a name is not of that kind, or a text holds a sign that parts texts, or
 * values that touch (to Chrome `$1$` is a name of its own). */
export function joined(texts: Iterable<readonly [name: string, text: string]>): string {
  const lines: string[] = [];
  for (const [name, text] of texts) {
    const [, number, form] = /^w([0-9a-z]+)(?:_(\w+))?$/.exec(name) ?? [];
    if (number === undefined || text.includes(LINE) || text.includes(FORM) || /\$\w+\$/.test(text))
      throw new RangeError(`words: ${name} can't be joined`);
    const line = Number.parseInt(number, 36);
    while (lines.length <= line) lines.push('');
    lines[line] += form === undefined ? text : `${FORM}${form}=${text}`;
  }
  return lines.join(LINE);
}

/** The texts by name again. */
export function parted(text: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [at, line] of text.split(LINE).entries()) {
    const [plain = '', ...forms] = line.split(FORM);
    const name = `w${at.toString(36)}`;
    if (plain !== '') texts[name] = plain;
    for (const form of forms) {
      const equals = form.indexOf('=');
      texts[`${name}_${form.slice(0, equals)}`] = form.slice(equals + 1);
    }
  }
  return texts;
}
