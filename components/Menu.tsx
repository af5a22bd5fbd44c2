/**
 * A button that opens a short menu over it, as the ARIA Authoring Practices describe one: arrow keys, Home, End and first
 * letters go through it, Escape and Tab close it, a choice closes it and gives the focus back to the button.
 */
import type { IconNode } from 'lucide';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconNode;
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** Name of the button, and of the menu. */
  readonly label: string;
  readonly icon: IconNode;
  readonly items: readonly MenuItem[];
}

export function Menu({ label, icon, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  return (
    <div
      class="menu-holder"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (open && !(to instanceof Node && event.currentTarget.contains(to))) close(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon node={icon} size={16} />
      </button>
      {open && <Items id={id} label={label} items={items} onClose={close} />}
    </div>
  );
}

interface ItemsProps extends Pick<MenuProps, 'label' | 'items'> {
  readonly id: string;
  readonly onClose: (back: boolean) => void;
}

function Items({ id, label, items, onClose }: ItemsProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      // Tab goes on from the button.
      return onClose(true);
    }
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const next = nextItem(all, focusIn(event.currentTarget), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={list} id={id} class="menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class="menu-item"
          onClick={() => {
            onClose(true);
            item.onChoose();
          }}
        >
          {item.icon && <Icon node={item.icon} size={16} />}
          <span dir="auto">{item.label}</span>
        </button>
      ))}
    </div>
  );
}

/** The element with the focus, in the tree of `near`: a shadow root of ours has one of its own. */
const focusIn = (near: Element): Element | null =>
  (near.getRootNode() as Document | ShadowRoot).activeElement;

/** Where a key leads from the item `at`; undefined for keys that lead nowhere. */
function nextItem(items: readonly HTMLElement[], at: Element | null, key: string): HTMLElement | undefined {
  const i = at instanceof HTMLElement ? items.indexOf(at) : -1;
  const n = items.length;
  if (key === 'ArrowDown') return items[(i + 1) % n];
  if (key === 'ArrowUp') return items[(i - 1 + n) % n];
  if (key === 'Home') return items[0];
  if (key === 'End') return items[n - 1];
  if (key.length !== 1 || key === ' ') return undefined;
  // Not as the browser's own language has it: in Turkish, “I” would not lead to “Information”.
  const letter = key.toLowerCase();
  const after = [...items.slice(i + 1), ...items.slice(0, i + 1)];
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
}
