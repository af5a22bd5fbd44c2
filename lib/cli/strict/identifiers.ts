/**
 * Identifiers that lead to one document for ever, and the form each must have. One source may have several,
 * parted by “;”. What is of no known kind passes if it holds a digit: archives number things in their own ways.
 */

/** A kind of identifier: what shows that it is meant, the form it must have, and an example for the message. */
interface Kind {
  readonly meant: RegExp;
  readonly form: RegExp;
  readonly example: string;
  /** Checksum, where the kind has one. */
  readonly sums?: (identifier: string) => boolean;
}

const KINDS: readonly Kind[] = [
  // DOI Handbook 2.2: prefix “10.” and a registrant's number; Crossref's recommended pattern for the rest.
  { meant: /^(doi\b|10\.)/i, form: /^doi:10\.\d{4,9}\/[^\s"<>]+$/, example: 'doi:10.1000/182' },
  { meant: /^pmid\b/i, form: /^PMID \d{1,8}$/, example: 'PMID 12345678' },
  { meant: /^pmc\s?\d/i, form: /^PMC\d{1,8}$/, example: 'PMC1234567' },
  { meant: /^arxiv\b/i, form: /^arXiv:\d{4}\.\d{4,5}(v\d+)?$/, example: 'arXiv:2101.00001' },
  { meant: /^isbn\b/i, form: /^ISBN [\d-]{9,16}[\dX]$/, example: 'ISBN 978-0-306-40615-7', sums: isbnSums },
  { meant: /^issn\b/i, form: /^ISSN \d{4}-\d{3}[\dX]$/, example: 'ISSN 0378-5955', sums: issnSums },
  {
    meant: /U\.?\s?S\.?\s?C\b\.?/,
    form: /^\d{1,2} U\.S\.C\. (ch\. )?\d+[\w().,§–\- ]*$/,
    example: '47 U.S.C. 230(c)',
  },
  { meant: /^pub(lic)?\.?\s?l(aw)?\b/i, form: /^Pub\. L\. \d{1,3}-\d{1,4}\b.*$/, example: 'Pub. L. 117-328' },
  { meant: /\bStat\b/, form: /^\d{1,3} Stat\. \d+[\w-]*$/, example: '63 Stat. 2241' },
  { meant: /\bUNTS\b/, form: /^\d{1,4} UNTS (No\. )?\d+$|^UNTS I-\d+$/, example: '34 UNTS 243' },
  { meant: /\bUST\b/, form: /^\d{1,2} UST \d+$/, example: '6 UST 81' },
  { meant: /^TIAS\b/, form: /^TIAS \d[\d-]*$/, example: 'TIAS 3170' },
  { meant: /\bFR\b(?! Doc)/, form: /^\d{1,3} FR \d+$/, example: '90 FR 48143' },
  { meant: /^FR Doc/, form: /^FR Doc\. [\dE]+-\d+$/, example: 'FR Doc. 2025-19483' },
  {
    meant: /\bCFR\b|\bC\.F\.R\b/,
    form: /^(formerly )?\d{1,2} CFR [\d.]+[\w().–-]*$/,
    example: '22 CFR 120.23',
  },
  {
    meant: /^U\.?S\.? Const/i,
    form: /^U\.S\. Const\. (art|amend)\. [IVXL]+(, § \d+(, cl\. \d+)?|, §§ \d+(, \d+)+)?$/,
    example: 'U.S. Const. art. II, § 2, cl. 2',
  },
  { meant: /^\d+ U\.?\s?S\.? (?=[\d_])/, form: /^\d{1,3} U\.S\. \d+$/, example: '395 U.S. 444' },
  {
    meant: /^CRS\b/,
    form: /^CRS (R[LS]?\d{4,5}|I[FNG]\d{4,5}|LSB\d{4,5}|\d{2}-\d{3,4})$/,
    example: 'CRS R44996',
  },
  { meant: /^GAO\b/, form: /^GAO[-/][A-Z0-9/-]*\d{2}-\d{1,6}[A-Z]*$/, example: 'GAO-23-105432' },
  { meant: /^CELEX\b/, form: /^CELEX [0-9CE]\d{4}[A-Z]{1,2}[\w()/-]+$/, example: 'CELEX 32016R0679' },
];

/** Why `identifier` can't be right in form; `undefined` if it can. */
export function wrongIdentifier(identifier: string): string | undefined {
  for (const one of identifier.split(';').map((part) => part.trim())) {
    const kind = KINDS.find(({ meant }) => meant.test(one));
    if (!kind) {
      if (/\d/.test(one)) continue;
      return `“${one}” holds no number; give one that leads to this document alone, or a url`;
    }
    if (!kind.form.test(one)) return `“${one}” is not of its kind's form; write it like “${kind.example}”`;
    if (kind.sums && !kind.sums(one)) return `“${one}” fails its checksum; a digit is wrong`;
  }
  return undefined;
}

/** ISO 2108:2017: ISBN-13 weighs 1 and 3 to a multiple of 10, ISBN-10 weighs 10 to 1 to one of 11. */
function isbnSums(identifier: string): boolean {
  const digits = identifier.replace(/[^\dX]/g, '').split('');
  const value = (digit: string) => (digit === 'X' ? 10 : Number(digit));
  if (digits.length === 13)
    return digits.reduce((sum, digit, i) => sum + value(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return (
    digits.length === 10 && digits.reduce((sum, digit, i) => sum + value(digit) * (10 - i), 0) % 11 === 0
  );
}

/** ISO 3297:2022: weights 8 to 1 to a multiple of 11. */
function issnSums(identifier: string): boolean {
  const digits = identifier.replace(/^ISSN |-/g, '').split('');
  return digits.reduce((sum, d, i) => sum + (d === 'X' ? 10 : Number(d)) * (8 - i), 0) % 11 === 0;
}
