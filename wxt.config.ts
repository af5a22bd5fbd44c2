import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // Reasons for each permission are in the README.
    permissions: ['storage', 'unlimitedStorage'],
    commands: {
      'next-badge': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_commandNext__' },
      'previous-badge': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandPrevious__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'factmark@factmark.example', strict_min_version: '147.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          minimum_chrome_version: '148',
          // Typed arrays cross the wire as they are (Chrome 148 and later).
          message_serialization: 'structured_clone',
          // A fixed key keeps the extension's id the same for every build from source.
        }),
  }),
});
