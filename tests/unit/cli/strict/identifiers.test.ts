import { describe, expect, it } from 'vitest';
import { wrongIdentifier } from '../../../../lib/cli/strict/identifiers';

describe('wrongIdentifier', () => {
  it.each([
    'doi:10.1056/NEJMoa021134',
    'PMID 12421889',
    'PMC1234567',
    'arXiv:2101.00001v2',
    'ISBN 978-0-306-40615-7',
    'ISBN 0-306-40615-2',
    'ISBN 0-8044-2957-X',
    'ISSN 0378-5955',
    'ISSN 2434-561X',
    '47 U.S.C. 230(c)',
    '50 U.S.C. 1547(a)',
    '8 U.S.C. 1325',
    '22 U.S.C. 2321k',
    'Pub. L. 117-328',
    '63 Stat. 2241; TIAS 1964; 34 UNTS 243',
    '3 UST 3420; TIAS 2493',
    '90 FR 48143; FR Doc. 2025-19483; 22 CFR 120.23',
    'U.S. Const. art. II, § 2, cl. 2',
    'U.S. Const. amend. XXII',
    'U.S. Const. art. I, §§ 2, 3',
    'U.S. Const. amend. XIV, § 1',
    '395 U.S. 444',
    'CRS R44996; CRS LSB11256; CRS IF12194; CRS 95-1013; CRS RL33222',
    'GAO-23-105432',
    'GAO/NSIAD-92-340',
    'CELEX 32016R0679',
    'FRUS 1964–1968, vol. XIX, doc. 431',
  ])('takes %s', (identifier) => expect(wrongIdentifier(identifier)).toBeUndefined());

  it.each([
    ['10.1056/NEJMoa021134', 'doi:10.1000/182'],
    ['doi:11.1056/NEJMoa021134', 'doi:10.1000/182'],
    ['doi:10.1056/', 'doi:10.1000/182'],
    ['PMID: 12421889', 'PMID 12345678'],
    ['ISBN 978-0-306-40615-8', 'checksum'],
    ['ISBN 0-306-40615-3', 'checksum'],
    ['ISSN 0378-5954', 'checksum'],
    ['47 USC 230', '47 U.S.C. 230(c)'],
    ['Public Law 117-328', 'Pub. L. 117-328'],
    ['Pub. L. 117', 'Pub. L. 117-328'],
    ['34 UNTS', '34 UNTS 243'],
    ['U.S. Const. amend. 22', 'U.S. Const. art. II, § 2, cl. 2'],
    ['CRS 4499', 'CRS R44996'],
    ['GAO 23', 'GAO-23-105432'],
    ['63 Stat. 2241; TIAS', 'TIAS 3170'],
    ['the minutes', 'no number'],
  ])('refuses %s and says how to write it', (identifier, told) =>
    expect(wrongIdentifier(identifier)).toContain(told),
  );
});
