/** Contrast as WCAG 2.2 reckons it, from what the browser makes of a token. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour of a token where `element` stands. */
export function rgbOf(element: Element, token: string): Rgb {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(probe)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  probe.remove();
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21. */
export function ratio(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
