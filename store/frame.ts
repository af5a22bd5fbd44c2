/** How the stores' pictures are laid out: a line that says what is seen, and under it the real thing, pixel for pixel. */
import type { Scene } from './listing';

/** Size in pixels of what is shown of a page; it runs off the picture's lower edge. */
export const SHOWN = { width: 1152, height: 616 };

export interface Framed {
  readonly title: string;
  readonly text: string;
  readonly logo: string;
  readonly scene: Scene;
  readonly dark: boolean;
  readonly main: Buffer;
  readonly beside: Buffer | undefined;
}

const image = (png: Buffer, kind: string) =>
  `<img class="${kind}" alt="" src="data:image/png;base64,${png.toString('base64')}">`;

/** A page of 1280×800 pixels. */
export function frame({ title, text, logo, scene, dark, main, beside }: Framed): string {
  return `<style>
    * { margin: 0; box-sizing: border-box }
    body { width: 1280px; height: 800px; overflow: hidden; position: relative;
      background: ${dark ? '#12141a' : '#ece7db'}; color: ${dark ? '#f1efe9' : '#17191f'} }
    header { position: absolute; inset: 36px 64px auto; display: flex; align-items: center; gap: 24px }
    header svg { width: 72px; height: 72px; flex: none }
    h1 { font: 600 37px/1.2 "Noto Serif", serif; letter-spacing: -.01em }
    p { font: 400 18px/1.5 "Noto Sans", sans-serif; margin-block-start: 6px; color: ${dark ? '#c3c2be' : '#494b52'} }
    main { position: absolute; left: 64px; top: 152px; width: ${SHOWN.width}px; height: 700px;
      border-radius: 14px 14px 0 0; overflow: hidden; background: ${dark ? '#2a2d36' : '#d9d3c4'};
      box-shadow: 0 0 0 1px rgb(0 0 0 / 14%), 0 18px 60px rgb(30 24 10 / 24%) }
    .bar { height: 32px; display: flex; align-items: center; gap: 8px; padding-inline: 16px }
    .bar i { width: 11px; height: 11px; border-radius: 50%; background: ${dark ? '#4a4e5a' : '#b9b2a0'} }
    .bar svg { width: 20px; height: 20px; margin-inline-start: auto }
    img { display: block; position: absolute }
    .main { left: 0; top: 32px }
    .popup { right: 14px; top: 38px; border-radius: 10px; box-shadow: 0 0 0 1px rgb(0 0 0 / 16%), 0 16px 48px rgb(0 0 0 / 34%) }
    .panel { right: 0; top: 32px; box-shadow: -1px 0 0 rgb(0 0 0 / 18%) }
  </style>
  <header>${logo}<div><h1>${title}</h1><p>${text}</p></div></header>
  <main><div class="bar"><i></i><i></i><i></i>${logo}</div>${image(main, 'main')}${beside ? image(beside, scene) : ''}</main>`;
}

/** The small tile of a store's lists, 440×280 pixels: mark, name, and a sentence that was marked. */
export const tile = (logo: string, tagline: string): string => `<style>
    * { margin: 0; box-sizing: border-box }
    body { width: 440px; height: 280px; padding: 44px 40px; background: #faf8f4; color: #17191f; overflow: hidden }
    header { display: flex; align-items: center; gap: 18px }
    header svg { width: 68px; height: 68px }
    h1 { font: 600 46px/1 "Noto Serif", serif; letter-spacing: -.015em }
    p { font: 500 25px/1.6 "Noto Serif", serif; margin-block-start: 34px; max-width: 350px; text-wrap: balance }
    p svg { width: 26px; height: 26px; vertical-align: -4px; margin-inline-start: 8px }
    span { text-decoration: underline 3px #2f48a8; text-underline-offset: 6px; text-decoration-skip-ink: none }
  </style><header>${logo}<h1>Factmark</h1></header><p><span>${tagline}</span>${logo}</p>`;
