/** Dates, sizes and languages as a reader says them; what can't be read stays as it is. */
import { describe, expect, it } from 'vitest';
import { sayBytes, sayDate, sayLanguage, sayTime } from '../../../components/dates';

describe('what readers are told', () => {
  it('is dates in words', () => {
    expect(sayDate('2025-11-30')).toBe('30 November 2025');
    expect(sayDate('1955-04')).toBe('April 1955');
    expect(sayDate('soon')).toBe('soon');
  });

  it('is a moment on their own clock', () => {
    const at = new Date(2026, 10, 22, 10, 5);
    expect(sayTime(at.toISOString())).toBe('22 November 2026 at 10:05');
    expect(sayTime('whenever')).toBe('whenever');
  });

  it('is sizes', () => {
    expect(sayBytes(12_345)).toBe('13 kB');
    expect(sayBytes(4_200_000)).toBe('4.2 MB');
  });

  it('is languages by name', () => {
    expect(sayLanguage('pt-BR')).toBe('Brazilian Portuguese');
    expect(sayLanguage('und')).toBe('not said');
    expect(sayLanguage('not a tag')).toBe('not a tag');
  });
});
