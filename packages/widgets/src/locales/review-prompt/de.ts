import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of the review prompt's first screen. */
export const catalogue: CatalogueOf<'reviewPrompt'> = {
  language: 'de',
  direction: 'ltr',
  reviewPrompt: {
    lookup: 'Bestellung finden',
    'lookup.intro': 'Bestellnummer und eine Kontaktangabe genügen.',
    'loading.step': 'Einen Moment',
    code_failed: 'Dieser Teil konnte nicht geladen werden',

    title: '{n, plural, one {Wie gefällt es Ihnen?} other {Wie gefällt Ihnen, was Sie gekauft haben?}}',
    'title.done': '{n, plural, one {Ihre Bewertung} other {Ihre Bewertungen}}',
    'title.empty': 'Hier gibt es nichts zu bewerten',
    about: 'Ein Tipp auf einen Stern wird sofort behalten. Mehr sagen Sie, wenn Sie mögen.',
    progress: '{n} von {total} erledigt',
    reward: 'Ein Dankeschön, egal was Sie sagen: {reward}',

    stars: 'Ihre Bewertung: {title}',
    'stars.n': '{n, plural, one {# Stern} other {# Sterne}}: {word}',
    'star.1': 'Schlecht',
    'star.2': 'Mäßig',
    'star.3': 'In Ordnung',
    'star.4': 'Gut',
    'star.5': 'Sehr gut',
    kept: 'Behalten',

    continue: 'Weiter',
    'continue.of': 'Weiter: {title}',
    not_now: 'Nicht jetzt',

    'problem.title': 'Wir können das Formular nicht zeigen',
  },
};
