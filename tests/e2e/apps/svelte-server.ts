/** The Svelte app as a server renders it. */
import { render } from 'svelte/server';
import App from './SvelteApp.svelte';

export const root = (): string => render(App, { props: { round: { n: 0 } } }).body;
