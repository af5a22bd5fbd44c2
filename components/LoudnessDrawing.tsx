/** A tiny page, marked as loudly as the reader may choose. Decorative. */

import { h } from 'preact';
import { badgeSvg } from './badge';

export function LoudnessDrawing({ loudness }: { loudness: 'badge' | 'underline' | 'list' }) {
  return (
    <svg class="loudness" viewBox="0 0 160 72" aria-hidden="true" focusable="false" data-tone="false">
      <path class="l-line" d="M16 16h120M16 32h38M16 48h46M130 48h14M16 62h70" />
      <path class={loudness === 'list' ? 'l-line' : 'l-line l-strong'} d="M62 32h76M70 48h30" />
      {loudness !== 'list' && <path class="l-under" d="M60 38h80M68 54h36" />}
      {loudness === 'badge' && (
        <svg class="shape" aria-hidden="true" x="107" y="40.5" width="15" height="15" viewBox="0 0 16 16">
          {badgeSvg('false').shapes.map(({ tag, attrs }, i) => h(tag, { key: i, ...attrs }))}
        </svg>
      )}
      {loudness === 'list' && (
        <>
          <rect class="l-popup" x="92" y="6" width="60" height="46" rx="5" />
          <path class="l-line l-strong" d="M112 19h32M112 31h26M112 42h30" />
          <path class="l-bullet" d="M102 19h.01M102 31h.01M102 42h.01" />
        </>
      )}
    </svg>
  );
}
