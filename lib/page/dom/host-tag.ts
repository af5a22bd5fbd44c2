/** The name of the one element Factmark adds to a page. */
export const HOST_TAG = 'factmark-overlay';
