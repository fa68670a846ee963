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
    'send.stars': 'إرسال النجوم فقط',
    'send.stars.of': 'إرسال النجوم فقط: {title}',
    sending: 'جارٍ الإرسال…',
    not_now: 'ليس الآن',
    skip: 'تخطٍّ',
    'skip.of': 'تخطٍّ: {title}',
    skipped: 'تم التخطي',
    unskip: 'أريد تقييمه',
    'unskip.of': 'أريد تقييمه: {title}',
    own: 'تقييمك',
    'own.of': 'عرض تقييمك: {title}',
    others: 'قُيّمت من قبل',

    'state.pending': 'قيد المراجعة',
    'state.approved': 'منشور',
    'state.rejected': 'لم يُنشر',
    'state.hidden': 'غير معروض',
    'state.withdrawn': 'مسحوب',

    'closed.order_cancelled': 'أُلغي هذا الطلب.',
    'closed.no_product': 'هذا ليس منتجًا يمكن تقييمه.',
    'closed.gift': 'هدية: يمكن لمن أهداها تقييمها عبر رابطه.',
    'closed.not_bought_here': 'اشتُري من مكان آخر، فلا يمكن تقييمه هنا.',

    'help.wrong': 'هل هناك خطب ما؟',
    'help.beside': 'نودّ إصلاح الأمر. وتقييمك مرحّب به في كل الأحوال.',
    'help.contact': 'تواصل مع المتجر',
    'help.call': 'اتصل بـ {phone}',
    'help.return': 'إرجاع المنتج',
    'help.warranty': 'الضمان والإصلاح',

    'problem.conflict': 'أرسلت هذا التقييم من قبل، ربما في نافذة أخرى.',
    'problem.review_closed': 'لم يعد من الممكن تقييم هذا.',
    'problem.item_unknown': 'لم يعد هذا جزءًا من الطلب.',
    'problem.review_incomplete': 'ما زال هناك شيء ناقص.',
    'problem.terms_required': 'يُرجى الموافقة على الشروط أولًا.',
    'problem.upload_unknown': 'أحد الملفات لم يعد موجودًا. يُرجى إضافته من جديد.',
    'problem.too_many': 'هذا أكثر مما يتسع هنا.',
    'problem.title': 'تعذّر عرض النموذج',
  },
};
