/** The Svelte app in the browser: on a root of its own, or on the body when the page's address says so. */
import { flushSync, hydrate, mount } from 'svelte';
import { install } from './harness';
import App from './SvelteApp.svelte';
import { round } from './svelte-round.svelte';

const errors: string[] = [];
const whole = location.pathname.endsWith('/document');
install(
  {
    start(how) {
      const target = whole ? document.body : (document.getElementById('app') as HTMLElement);
      (how === 'hydrate' ? hydrate : mount)(App, { target, props: { round } });
      flushSync();
    },
    render(n) {
      round.n = n;
      flushSync();
    },
  },
  errors,
);
