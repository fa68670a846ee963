import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of the review prompt's first screen. */
export const catalogue: CatalogueOf<'reviewPrompt'> = {
  language: 'ar',
  direction: 'rtl',
  reviewPrompt: {
    lookup: 'ابحث عن طلبك',
    'lookup.intro': 'يكفي رقم الطلب ووسيلة تواصل واحدة.',
    'loading.step': 'لحظة من فضلك',
    code_failed: 'تعذّر تحميل هذا الجزء',

    title:
      '{n, plural, zero {ما رأيك في مشترياتك؟} one {ما رأيك فيه؟} two {ما رأيك في المنتجين؟} few {ما رأيك في مشترياتك؟} many {ما رأيك في مشترياتك؟} other {ما رأيك في مشترياتك؟}}',
    'title.done':
      '{n, plural, zero {تقييماتك} one {تقييمك} two {تقييماك} few {تقييماتك} many {تقييماتك} other {تقييماتك}}',
    'title.empty': 'لا شيء هنا لتقييمه',
    about: 'نقرة واحدة على نجمة تُحفظ فورًا. أضف المزيد إن شئت.',
    progress: 'أُنجز {n} من {total}',
    reward: 'شكرًا لك مهما كان رأيك: {reward}',

    stars: 'تقييمك: {title}',
    'stars.n':
      '{n, plural, zero {بلا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}}: {word}',
    'star.1': 'سيئ',
    'star.2': 'دون المتوسط',
    'star.3': 'مقبول',
    'star.4': 'جيد',
    'star.5': 'ممتاز',
    kept: 'حُفظ',

    continue: 'متابعة',
    'continue.of': 'متابعة: {title}',
    not_now: 'ليس الآن',

    'problem.title': 'تعذّر عرض النموذج',
  },
};
