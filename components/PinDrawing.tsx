/** Where the button of an extension is pinned: the toolbar, the menu under the puzzle piece, the pin in it. Decorative. */
export function PinDrawing() {
  return (
    <svg class="pin-drawing" viewBox="0 0 200 96" aria-hidden="true" focusable="false">
      <rect class="p-bar" x="4" y="6" width="192" height="26" rx="7" />
      <path class="p-line" d="M16 19h86" />
      <path
        class="p-puzzle"
        d="M150 13h4.500a3.300 3.300 0 1 1 6 0h4.500v4.500a3.300 3.300 0 1 1 0 6V26h-15v-3.500a3.300 3.300 0 1 0 0-5z"
      />
      <rect class="p-menu" x="70" y="38" width="112" height="50" rx="7" />
      <rect class="p-logo" x="80" y="56" width="16" height="16" rx="4" />
      <path class="p-tick" d="m83.800 63.500 2.900 2.900 5.500-6" />
      <path class="p-line" d="M104 64h38M80 47h30" />
      <circle class="p-ring" cx="164" cy="64" r="12" />
      <path
        class="p-pin"
        d="m166.500 57 4.500 4.500-3.200.9-2.600 4.600-4.700-4.700 4.600-2.600zM162.600 65.400l-4 4"
      />
    </svg>
  );
}
