/** Which addresses may be links: they may come from anybody's file. */

/** As our own schema takes addresses: no user name before the host, which would look like another's; no spaces. */
const WEB = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/** Is this text, as it stands, an http(s) address? */
export const isHttp = (text: string): boolean => WEB.test(text) && URL.canParse(text);

/** An address as readers are shown it: its host in ASCII (`xn--…`), since letters of another alphabet may look like others. */
export const asciiAddress = (text: string): string =>
  text.replace(/^https?:\/\/[^\s/?#\\]+/i, (base) => (URL.canParse(base) ? new URL(base).origin : base));

/** The host of an address, in ASCII; '' if it is none. */
export const hostOf = (address = ''): string => (URL.canParse(address) ? new URL(address).hostname : '');
