/** Which addresses may be links: they may come from anybody's file. */

/** Is this text, as it stands, an http(s) address? */
export function isHttp(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
