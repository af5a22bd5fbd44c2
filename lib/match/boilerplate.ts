/**
 * Lines that pages print around their text: tag lists, paths, "read more" and the like. They name topics
 * without saying anything of them, so nothing in them is ever a claim.
 */

/** Openings of such lines. Labels need their colon or dash: "Related: …" is one, "Related claims spread" is not. */
const LABEL =
  /^[\s"'\u201c\u2018\u2022*>-]*(?:(?:topics?|tags?|tagged|keywords?|categor(?:y|ies)|sections?|filed under|filed in|posted in|in this (?:article|story|section|series)|(?:more )?(?:topics|stories|articles|tags) in this (?:article|story)|related(?: (?:topics?|tags?|stor(?:y|ies)|articles?|content|coverage|links?|news|posts?|searches|questions|reading|videos?))?|read (?:more|next|also|this next)|also read|see also|see more|more (?:like this|from|stories|news)|further reading|recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|people also (?:ask|search(?:ed)?(?: for)?)|most (?:read|viewed|popular|shared)|trending(?: now)?|popular(?: (?:now|searches))?|up next|next (?:up|article|story)|previous (?:article|story)|continue reading|keep reading|watch(?: (?:now|next|live|more))?|listen(?: now)?|video|gallery|photos?|pictures?|slideshow|advert(?:isement)?|sponsored|newsletter|share(?: this)?|breadcrumbs?|you are here|search(?: results)?(?: for)?|results for|jump to|contents|table of contents|follow (?:us|topics?))\s*[:\u2013\u2014|\u00b7\u203a\u00bb]|(?:most (?:read|viewed|popular) \d|search results for\s|sign up|sign in|log in|subscribe(?: now| to| for| today)|click (?:here|to)|tap (?:here|to)|skip to (?:content|main|navigation)|share print|print save|©|copyright \d|all rights reserved|get (?:our|the) newsletter|accept (?:all )?cookies|we use cookies|by (?:submitting|clicking|continuing|signing|subscribing)|(?:image|photo|slide|picture|video) \d+ of \d+|you have \d+ (?:free )?(?:articles?|stories)|\d[\d,.]* (?:search )?(?:results?|hits|stories|articles|comments|posts) (?:for|found|tagged|about|on|matching|match)|(?:about )?\d[\d,.]* results\b|home\s*[>\u203a\u00bb/|]|tags\s))/iu;

/** Bits of page furniture that no sentence of prose holds together. */
const FURNITURE =
  /\b(?:sign up|log in|sign in|gift this article|share print|print save|skip to content|filed under|read more|see all|load more|show more|view all|all rights reserved|sort by|click here)\b/giu;

const SEPARATOR = /[\u00b7\u203a\u00bb\u2022\u25b8\u25ba]|\s[>|]\s/gu;

/** Is `text`, one sentence or line of a page, furniture rather than something said? */
export function isBoilerplate(text: string): boolean {
  if (LABEL.test(text) || /^\s*[|\u00b7\u203a\u00bb]/u.test(text)) return true;
  const furniture = text.match(FURNITURE)?.length ?? 0;
  if (furniture >= 2 || (furniture === 1 && /[|\u2013\u00b7]\s|\bfor\s+["\u201c]/u.test(text))) return true;
  const parts = text.split(SEPARATOR);
  // Headlines set in a row: two bars or more with no sentence between them.
  if (parts.length >= 3 && /\s\|\s/.test(text) && parts.every((p) => p.trim().split(/\s+/).length <= 9))
    return true;
  // A path or a tag list: several short pieces and no piece that could be a sentence.
  if (parts.length >= 2 && !/[|]/.test(text) && parts.every((p) => p.trim().split(/\s+/).length <= 5))
    return true;
  return isTagLine(text);
}

/** A run of hashtags with hardly a word of its own. */
function isTagLine(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const tags = words.filter((w) => /^#[\p{L}\p{N}_]+[,.]?$/u.test(w)).length;
  return tags >= 3 && tags >= 0.7 * words.length;
}
