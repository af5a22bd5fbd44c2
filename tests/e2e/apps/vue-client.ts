/** The Vue app in the browser: on a root of its own, or on the body when the page's address says so. */
import { createApp, createSSRApp, nextTick } from 'vue';
import { install } from './harness';
import { App, round } from './vue-app';

const errors: string[] = [];
const whole = location.pathname.endsWith('/document');
install(
  {
    start(how) {
      const app = how === 'hydrate' ? createSSRApp(App) : createApp(App);
      app.config.errorHandler = (error) => errors.push(`vue: ${error}`);
      app.mount(whole ? document.body : '#app');
    },
    render(n) {
      round.value = n;
      return nextTick();
    },
  },
  errors,
);
