/** Colour schemes for Playwright: this Firefox has no BiDi command for them, its own scope does. */
import type { Bridge } from './bridge';
import { browserWith, type Privileged } from './chrome';

interface Asked {
  readonly features: { readonly 'prefers-color-scheme'?: 'light' | 'dark' | null };
  readonly contexts?: readonly string[];
}

/** Answers Playwright's wish for a colour scheme, for a tab or, before any is open, for all. */
export function emulateMedia(bridge: Bridge): { speak(privileged: Privileged): void } {
  let speak: (privileged: Privileged) => void = () => {};
  const privileged = new Promise<Privileged>((done) => {
    speak = done;
  });
  bridge.onCommand(({ method, params }) => {
    if (method !== 'emulation.setMediaFeaturesOverride') return undefined;
    const { features, contexts } = params as unknown as Asked;
    const scheme = features['prefers-color-scheme'] ?? 'none';
    // Playwright launches only once it is answered, and only then there is somebody to ask.
    if (!contexts) {
      const pref = { dark: 0, light: 1, none: 2 }[scheme];
      void privileged.then((evaluate) =>
        evaluate(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${pref})`),
      );
      return Promise.resolve();
    }
    const set = contexts.map(
      (context) => `${browserWith(context)}.browsingContext.prefersColorSchemeOverride = '${scheme}'`,
    );
    return privileged.then((evaluate) => evaluate(`{ ${set.join('; ')} }`));
  });
  return { speak: (evaluate) => speak(evaluate) };
}
