/** Which pages Factmark is for: the content script's matches, and the manifest's host permissions. */
export const PAGES = ['http://*/*', 'https://*/*', 'file:///*'] as const;
