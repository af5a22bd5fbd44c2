/** The Vue app as a server renders it. */
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { App } from './vue-app';

export const root = (): Promise<string> => renderToString(createSSRApp(App));
