import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../../lib/match/boilerplate';

describe('isBoilerplate', () => {
  it.each([
    'Topics in this article: US–Israel relations · NATO · Defence · Treaties',
    'Read more: How much aid does America give Israel?',
    'Related: Is Israel a treaty ally?',
    '1,204 results for "US Israel mutual defense treaty"',
    'Filed under: US military aid to Israel; Iron Dome',
    'Home › World › Middle East › US–Israel defence ties',
    'US–Israel · defense treaty',
    '#Israel #US #MutualDefensePact',
    'Sign up Log in Gift this article',
  ])('%s', (line) => expect(isBoilerplate(line)).toBe(true));

  it.each([
    'The United States has a mutual defense pact with Israel.',
    'Related claims spread within hours: the US must fight for Israel.',
    'Fact check: US has no mutual defence pact with Israel',
    'Explainer: Why Israel lacks a US security treaty',
    'We must defend Israel #Israel',
    'Home is where the treaty is.',
  ])('not: %s', (line) => expect(isBoilerplate(line)).toBe(false));
});
