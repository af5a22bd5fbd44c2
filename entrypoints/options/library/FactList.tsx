/** Facts as a list of terms and values. */
import { asciiAddress } from '../../../components/http';
import { isHttp, OutLink } from '../../../components/OutLink';
import type { Fact } from './facts';

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, text, href }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {href !== undefined && isHttp(href) ? (
              <OutLink href={href}>{asciiAddress(text)}</OutLink>
            ) : (
              <bdi>{text}</bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
