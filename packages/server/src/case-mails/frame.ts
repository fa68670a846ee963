/** What every kind of case says in its mails. */
export const frame = {
  en: {
    hello: 'Hello,',
    storeWrites: 'The store writes:',
    page: 'Everything about it: {page}',
  },
  de: {
    hello: 'Guten Tag,',
    storeWrites: 'Der Shop schreibt:',
    page: 'Alles dazu: {page}',
  },
  ar: {
    hello: 'مرحبًا،',
    storeWrites: 'كتب المتجر:',
    page: 'كل ما يتعلق به: {page}',
  },
} as const;

/** What is said of the time an item is covered for. */
export const coverTexts = {
  en: {
    coversNow: 'What stands behind it now:',
    legalGuarantee: 'Legal guarantee',
    warranty: 'Warranty',
    until: 'until {date}',
    forLife: 'for its lifetime',
  },
  de: {
    coversNow: 'Was jetzt dahintersteht:',
    legalGuarantee: 'Gesetzliche Gewährleistung',
    warranty: 'Garantie',
    until: 'bis zum {date}',
    forLife: 'ein Leben lang',
  },
  ar: {
    coversNow: 'ما يغطيه الآن:',
    legalGuarantee: 'الضمان القانوني',
    warranty: 'ضمان المتجر',
    until: 'حتى {date}',
    forLife: 'مدى الحياة',
  },
} as const;
