/** Small drawings for pages with nothing to list: a sheet of text, and what happened to it. Decorative. */
import type { ComponentChildren } from 'preact';

export type Scene = 'reading' | 'nothing' | 'closed' | 'asleep' | 'lost';

const SCENES: Readonly<Record<Scene, () => ComponentChildren>> = {
  reading: () => (
    <>
      <path class="d-mark d-sweep" d="M44 47h32" />
      <Lines />
    </>
  ),
  nothing: () => (
    <>
      <Lines />
      <circle class="d-glass" cx="80" cy="66" r="14" />
      <path class="d-line d-strong" d="m90.5 76.5 10 10" />
      <path class="d-line" d="M73 63.500h14M73 69h9" />
    </>
  ),
  closed: () => (
    <>
      <Lines />
      <rect class="d-solid" x="67" y="60" width="30" height="24" rx="5" />
      <path class="d-line d-strong" d="M74 60v-5a8 8 0 0 1 16 0v5" />
      <circle class="d-hole" cx="82" cy="71" r="2.8" />
      <path class="d-hole-line" d="M82 72v5" />
    </>
  ),
  asleep: () => (
    <>
      <Lines />
      <path class="d-moon" d="M95 74.500A17 17 0 1 1 77.5 52 14 14 0 0 0 95 74.500z" />
      <path class="d-line" d="M96 46h7l-7 8h7M89 38h4.500l-4.5 5h4.5" />
    </>
  ),
  lost: () => (
    <>
      <Lines />
      <circle class="d-glass" cx="82" cy="68" r="15" />
      <path class="d-line d-strong" d="M77 64.500a5 5 0 1 1 7.5 4.300c-1.7 1-2.5 1.9-2.5 3.7" />
      <circle class="d-dot" cx="82" cy="76.5" r="1.6" />
    </>
  ),
};

export function Drawing({ scene }: { scene: Scene }) {
  return (
    <svg class="drawing" viewBox="0 0 120 100" width="120" height="100" aria-hidden="true" focusable="false">
      <ellipse class="d-ground" cx="60" cy="92" rx="38" ry="4" />
      <path class="d-sheet" d="M36 12h36l14 14v58a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z" />
      <path class="d-fold" d="M72 12v10a4 4 0 0 0 4 4h10z" />
      {SCENES[scene]()}
    </svg>
  );
}

const Lines = () => <path class="d-line" d="M42 28h20M42 38h34M42 47h34M42 56h22M42 65h18M42 74h14" />;
