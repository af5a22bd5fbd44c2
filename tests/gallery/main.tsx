/** `?language=ar` shows the gallery in another of our languages. */
import './fonts.css';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/controls.css';
import '../../components/verdict.css';
import './gallery.css';
import { render } from 'preact';
import { direction, locale } from '../../lib/words';
import { speak } from '../page/words';
import type { Group } from './state';
import { verdicts } from './states/verdicts';

const GROUPS: readonly Group[] = [verdicts];

speak(new URLSearchParams(location.search).get('language') ?? 'en');
document.documentElement.lang = locale();
document.documentElement.dir = direction();

function Gallery() {
  return (
    <main class="gallery">
      <h1>Every component in every state</h1>
      {GROUPS.map(({ id, title, about, states, width }) => (
        <section key={id} id={id} class="group" aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <p class="about">{about}</p>
          <div class="states" style={width ? { '--width': `${width}px` } : {}}>
            {states.map(({ name, show }) => (
              <figure key={name}>
                <figcaption>{name}</figcaption>
                <div class="shown">{show()}</div>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

const root = document.getElementById('app');
if (root) render(<Gallery />, root);
