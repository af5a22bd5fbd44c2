/** Names of the icons that our components import, from the files themselves. */
const files = import.meta.glob<string>(['../../components/*.tsx', '../../entrypoints/**/*.tsx'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

export const iconsInUse: readonly string[] = [
  ...new Set(
    Object.values(files).flatMap((text) =>
      [...text.matchAll(/import \{([^}]+)\} from 'lucide'/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    ),
  ),
]
  .filter((name) => name !== '' && !name.startsWith('type '))
  .sort();
