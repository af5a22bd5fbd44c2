/** Sentences that the starter library marks wherever a reader meets them, and sentences that it does not. */

/** Id of the check, and a sentence that says its claim; each holds in a paragraph of its own and among the fillers. */
export const CLAIMS: readonly (readonly [check: string, text: string])[] = [
  ['us-israel-mutual-defense-pact', 'The US has a mutual defense pact with Israel.'],
  ['dollar-backed-by-gold', 'The American dollar is still on the gold standard, according to the video.'],
  ['msg-unsafe', 'MSG is poison, and I get a headache every time I eat Chinese food.'],
  ['aspartame-causes-cancer', 'The artificial sweetener aspartame is a proven carcinogen, she wrote.'],
  [
    'sugar-makes-children-hyperactive',
    'Too much sugar causes hyperactivity in kids, says the parenting blog.',
  ],
  ['mmr-vaccine-autism', 'The MMR jab causes autism, and the doctors are covering it up.'],
  ['napoleon-was-short', 'Napoleon was a tiny man who conquered Europe to make up for his height.'],
  ['us-violent-crime-record-high', 'Violent crime in America is the highest it has ever been.'],
  ['warming-stopped-1998', 'There has been no warming since 1998, the lord told the House.'],
  ['nuclear-most-dangerous', 'No source of energy kills more people than nuclear, the protester shouted.'],
  ['hate-speech-exception', 'In the United States hate speech is illegal, the mayor said at the vigil.'],
  [
    'internet-world-wide-web-same',
    'The internet and the World Wide Web are just two names for the same thing.',
  ],
  ['antibiotics-kill-viruses', 'You need antibiotics for the flu, because they kill the virus.'],
  ['half-pay-no-taxes', 'Nearly half of all Americans pay nothing in taxes, the radio host fumed.'],
  ['impeachment-removes-president', 'An impeached American president loses his job, end of story.'],
  ['undocumented-food-stamps', 'Illegal aliens are getting food stamps paid for by you and me.'],
];

/** Ordinary sentences about nothing that anybody checked. */
export const FILLERS: readonly string[] = [
  'The ferry sails in January and in May.',
  'Tickets for the garden tour are sold at the old mill.',
  'The orchestra rehearses on Tuesday evenings.',
  'A second bakery has opened beside the station.',
  'The librarian counted the chairs twice.',
  'It had been a long day.',
  'Nobody objected.',
  'The bridge was painted green last summer.',
];

/** Text that a page in some encoding can hold; each in paragraphs of its own. */
export const FOREIGN: Readonly<Record<string, string>> = {
  'utf-8': 'Żółć, naïve façade, Ελληνικά, кириллица, עברית, العربية, 日本語, 한국어, 👩‍👩‍👧, e\u0301.',
  'utf-16le': 'Żółć, naïve façade, Ελληνικά, кириллица, עברית, العربية, 日本語, 한국어, 👩‍👩‍👧, e\u0301.',
  'windows-1252': 'Ein Café in Köln: „Grüße“ – à bientôt, señor… 10 €.',
  'iso-8859-2': 'Zażółć gęślą jaźń, Příliš žluťoučký kůň.',
  'koi8-r': 'Съешь же ещё этих мягких французских булок.',
  shift_jis: '吾輩は猫である。名前はまだ無い。カタカナもある。',
  'euc-jp': '吾輩は猫である。名前はまだ無い。カタカナもある。',
  gb18030: '床前明月光，疑是地上霜。',
  big5: '床前明月光，疑是地上霜。',
  'euc-kr': '나 보기가 역겨워 가실 때에는.',
};
