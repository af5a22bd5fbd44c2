/** The article that is marked on the welcome page. Not translated: it is in the language of the library we ship. */
export const SAMPLE = {
  language: 'en',
  paragraphs: [
    'The interview on Tuesday began with the weather. Then the senator said that the US has a mutual defense pact with Israel.',
    'The historian beside him disagreed: the United States has never signed a mutual defense treaty with Israel.',
    'On one thing they agreed: American forces have fired in Israel’s defense.',
  ],
} as const;
