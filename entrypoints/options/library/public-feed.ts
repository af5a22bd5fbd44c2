/** The one feed that is offered; facts about it as others reported them in 2026. */
export const PUBLIC_FEED = 'https://storage.googleapis.com/datacommons-feeds/factcheck/latest/data.json';
