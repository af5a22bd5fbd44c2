/** `told`: the last lines that the command printed, on either stream. */
export function runTold(command: string, args: string[]): Promise<{ code: number; told: string[] }>;
