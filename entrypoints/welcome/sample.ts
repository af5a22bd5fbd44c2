/** The article that is marked on the welcome page. Not translated: it is in the language of the library we ship. */
export const SAMPLE = {
  language: 'en',
  paragraphs: [
    'In a radio interview on Tuesday the senator said that the US has a mutual defense pact with Israel. The historian beside him disagreed: the United States has never signed a mutual defense treaty with Israel, she said.',
    'American forces have fired in Israel’s defense, they agreed. Then they talked about the weather.',
  ],
} as const;
