/** `?language=ar` shows the gallery in another of our languages. */
import './fonts.css';
import '../../components/page.css';
import './gallery.css';
import { render } from 'preact';
import { direction, locale } from '../../lib/words';
import { GROUPS } from './groups';
import { allShown, Shown } from './Shown';
import { speak } from './speak';

speak(new URLSearchParams(location.search).get('language') ?? 'en');
document.documentElement.lang = locale();
document.documentElement.dir = direction();

function Gallery() {
  return (
    <main class="gallery">
      <h1>Every component in every state</h1>
      <nav class="places" aria-label="Groups">
        {GROUPS.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {GROUPS.map(({ id, title, about, states, width, surface }) => (
        <section key={id} id={id} class="group" aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <p class="about">{about}</p>
          <div class="states" data-surface={surface} style={width ? { '--width': `${width}px` } : {}}>
            {states.map((state) => (
              <figure key={state.name} class={state.wide ? 'wide' : undefined}>
                <figcaption>{state.name}</figcaption>
                <Shown state={state} surface={surface} />
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
void allShown().then(() => {
  // On whole pixels, so that a group which grows does not shift the letters of those below by a part of one.
  for (const group of document.querySelectorAll<HTMLElement>('.group'))
    group.style.blockSize = `${Math.ceil(group.getBoundingClientRect().height)}px`;
  document.documentElement.dataset.ready = '';
});
