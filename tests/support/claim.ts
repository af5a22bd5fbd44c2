/** The claim that tests in browsers look for, its check in the starter, and a page to say it on. */

export const CLAIM = 'The US has a mutual defense pact with Israel.';
export const PACT = 'us-israel-mutual-defense-pact';

export const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
