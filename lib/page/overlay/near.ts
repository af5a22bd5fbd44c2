/** Which blocks are near the viewport: asked of the browser, which tells when one comes or goes. */

/** How far outside the viewport blocks count as near. */
const MARGIN = '25% 0px';

export interface Near {
  add(block: Element): void;
  remove(block: Element): void;
}

/** Tells of each block when it comes near the viewport and when it leaves, until `signal` aborts. */
export function watchNear(
  onTurn: (block: Element, near: boolean) => void,
  onEnd: () => void,
  signal: AbortSignal,
): Near {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) onTurn(target, isIntersecting);
      onEnd();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return { add: (block) => observer.observe(block), remove: (block) => observer.unobserve(block) };
}
