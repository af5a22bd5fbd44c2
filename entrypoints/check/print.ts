/** Printing a check: all of it, or without its list of sources. */

/** Opens the browser's print dialog. The style sheet leaves out what `data-print` on the document says. */
export function print(withSources: boolean): void {
  const { dataset } = document.documentElement;
  if (!withSources) dataset.print = 'short';
  addEventListener('afterprint', () => delete dataset.print, { once: true });
  window.print();
}
