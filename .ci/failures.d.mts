/** The name of a test, and lines of its error. */
export type Failed = [name: string, lines: string[]];

/** `report`: as a runner wrote it; undefined where it wrote none. */
export function failedInVitest(report: unknown): Failed[];
export function failedInPlaywright(report: unknown): Failed[];
