/** What a reader can do on a card: read the check; and, more quietly, cite it, or have less of it. */
import { ArrowRight, BookX, Check, Copy, Ellipsis, EyeOff, FileText, Link, SquareCode } from 'lucide';
import { useState } from 'preact/hooks';
import { say, type WordKey } from '../lib/words';
import type { CardCheck } from './Card';
import { CITATION_FORMS, type CitationForm, canCite, citation } from './citation';
import { Icon } from './Icon';
import { Menu } from './Menu';

export interface CardChoices {
  readonly onOpen: () => void;
  /** Copies a citation; answers whether the browser let us. */
  readonly onCopy: (text: string) => Promise<boolean>;
  /** “Not this claim”: this sentence is never marked with this check again. */
  readonly onDismiss: () => void;
  readonly onTopicOff: () => void;
  /** Not on a page of ours, which is no site. */
  readonly onSiteOff?: (() => void) | undefined;
}

const FORMS: Readonly<Record<CitationForm, WordKey>> = {
  text: 'card_cite_text',
  link: 'card_cite_link',
  markdown: 'card_cite_markdown',
};
const ICONS = { text: FileText, link: Link, markdown: SquareCode };

export function CardActions({ card, ...choices }: CardChoices & { readonly card: CardCheck }) {
  const { onOpen, onCopy, onDismiss, onTopicOff, onSiteOff } = choices;
  const [copied, setCopied] = useState<boolean>();
  const copy = (form: CitationForm) => {
    // Emptied first: the same words again would not be read out.
    setCopied(undefined);
    onCopy(citation(card, form)).then(setCopied, () => setCopied(false));
  };
  const review = card.kind === 'review';
  return (
    <div class="card-actions">
      <button type="button" class="card-primary" onClick={onOpen}>
        {say(review ? 'card_read_review' : 'card_read_check')}
        <Icon node={ArrowRight} size={16} />
      </button>
      <div class="card-secondary">
        <button type="button" class="card-quiet" onClick={onDismiss}>
          {say('card_dismiss')}
        </button>
        <span class="card-copied" role="status" data-failed={copied === false}>
          {copied && <Icon node={Check} size={14} />}
          {copied !== undefined && say(copied ? 'card_copied' : 'card_copy_failed')}
        </span>
        <Menu
          label={say('card_cite')}
          icon={Copy}
          items={CITATION_FORMS.filter((form) => canCite(card, form)).map((form) => ({
            key: form,
            label: say(FORMS[form]),
            icon: ICONS[form],
            onChoose: () => copy(form),
          }))}
        />
        <Menu
          label={say('card_more')}
          icon={Ellipsis}
          items={[
            {
              key: 'topic',
              label: say(review ? 'card_hide_source' : 'card_hide_topic', card.topicTitle),
              icon: BookX,
              onChoose: onTopicOff,
            },
            ...(onSiteOff
              ? [{ key: 'site', label: say('card_site_off'), icon: EyeOff, onChoose: onSiteOff }]
              : []),
          ]}
        />
      </div>
    </div>
  );
}
