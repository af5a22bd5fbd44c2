/** The round the Svelte app shows. */
export const round = $state({ n: 0 });
