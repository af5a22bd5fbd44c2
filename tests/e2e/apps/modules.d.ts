/** What the compiler of types cannot read by itself. */
declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ round: { n: number } }>;
  export default component;
}
