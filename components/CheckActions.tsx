/** What a reader can take along from a check: a citation, its address, the record, a print. */

import type { IconNode } from 'lucide';
import { Braces, Check, ChevronDown, Copy, FileText, Hash, Link, Printer } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say, type WordKey } from '../lib/words';
import { Icon } from './Icon';

/** What can be copied, as text. */
export interface Copies {
  readonly citation: string;
  readonly markdown: string;
  /** JSON-LD. */
  readonly claim_review: string;
  /** Where its publisher has it on the web, if it says. */
  readonly link: string | undefined;
}

export interface CheckActionsProps {
  readonly copies: Copies;
  /** Prints, with the list of sources or without; undefined where nothing can be printed from. */
  readonly onPrint: ((withSources: boolean) => void) | undefined;
}

type Copying = keyof Copies;

export function CheckActions({ copies, onPrint }: CheckActionsProps) {
  const [copied, setCopied] = useState<Copying>();
  const [failed, setFailed] = useState(false);
  const more = useMenu();
  const copy = (what: Copying) => async () => {
    more.close();
    setCopied(undefined);
    setFailed(false);
    try {
      await navigator.clipboard.writeText(copies[what] ?? '');
      setCopied(what);
    } catch {
      setFailed(true);
    }
  };
  const icon = (what: Copying, node: IconNode) => (copied === what ? Check : node);
  return (
    <div class="check-actions">
      <Action icon={icon('citation', Copy)} of="check_copy_citation" onClick={copy('citation')} />
      {copies.link && <Action icon={icon('link', Link)} of="check_copy_link" onClick={copy('link')} />}
      {onPrint && <Action icon={Printer} of="check_print" onClick={() => onPrint(true)} />}
      <details class="check-more" ref={more.ref}>
        <summary class="button quiet">
          {say('check_more')}
          <Icon node={ChevronDown} size={15} />
        </summary>
        <div class="check-menu">
          <Action icon={icon('markdown', Hash)} of="check_copy_markdown" onClick={copy('markdown')} />
          <Action
            icon={icon('claim_review', Braces)}
            of="check_copy_claim_review"
            onClick={copy('claim_review')}
          />
          {onPrint && (
            <Action
              icon={FileText}
              of="check_print_short"
              onClick={() => {
                more.close();
                onPrint(false);
              }}
            />
          )}
        </div>
      </details>
      <p class="check-copied" role="status">
        {failed ? say('check_copy_failed') : copied && say(`check_copied_${copied}`)}
      </p>
    </div>
  );
}

function Action({ icon, of, onClick }: { icon: IconNode; of: WordKey; onClick: () => void }) {
  return (
    <button type="button" class="button quiet" onClick={onClick}>
      <Icon node={icon} size={15} />
      {say(of)}
    </button>
  );
}

/** A `<details>` that closes like a menu: on Escape, on a click elsewhere, when the focus goes on. */
function useMenu() {
  const ref = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (ref.current) ref.current.open = false;
  };
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const ending = new AbortController();
    const { signal } = ending;
    menu.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
        menu.querySelector('summary')?.focus();
      },
      { signal },
    );
    menu.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
      },
      { signal },
    );
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Node && menu.contains(target))) close();
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
  return { ref, close };
}
