import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of the first screen of registrations. */
export const catalogue: CatalogueOf<'warrantyRegistration'> = {
  language: 'ar',
  direction: 'rtl',
  warrantyRegistration: {
    lookup: 'ابحث عن طلبك',
    'lookup.intro': 'يكفي رقم الطلب ووسيلة اتصال واحدة، والمنتجات موجودة لدينا.',
    'loading.step': 'لحظة من فضلك',
    code_failed: 'تعذّر تحميل هذا الجزء',

    start: 'سجّل ما اشتريته',
    'start.about': 'يستغرق الأمر دقيقة.',
    'start.order': 'اشتريته من هنا',
    'start.order.about': 'طلبك يحتوي على الباقي.',
    'start.elsewhere': 'اشتريته من مكان آخر',
    'start.elsewhere.about': 'تحتاج إلى المنتج ويوم الشراء.',
    'start.code': 'لديّ رمز تسليم',
    'start.code.about': 'من المالك السابق.',

    title:
      '{n, plural, one {سجّل منتجك} two {سجّل منتجيك} few {سجّل منتجاتك} many {سجّل منتجاتك} other {سجّل منتجاتك} zero {سجّل منتجاتك}}',
    'title.done':
      '{n, plural, one {منتجك} two {منتجاك} few {منتجاتك} many {منتجاتك} other {منتجاتك} zero {منتجاتك}}',
    'title.empty': 'لا يوجد ما يُسجَّل هنا',
    'title.elsewhere': 'بقي القليل',
    'title.transferred': 'أصبح ملكك الآن',
    rights: 'التسجيل مجاني، وليس شرطًا لحقوقك القانونية أبدًا.',
    unit: 'القطعة {n} من {total}',
    serial: 'الرقم التسلسلي {serial}',
    more: 'عرض الكل ({n})',

    'cover.legal_guarantee': 'الضمان القانوني',
    'cover.warranty': 'ضمان المتجر',
    'cover.until': '{cover}: حتى {date}',
    'cover.lifetime': '{cover}: مدى الحياة',
    'cover.ended': '{cover}: انتهى في {date}',
    'cover.upcoming': '{cover}: يبدأ مع التوصيل',
    'cover.not_registered': '{cover}: بعد التسجيل',
    'cover.unknown': '{cover}: يوم البداية غير معروف',
    gain: '{n, plural, zero {التسجيل لا يضيف أشهرًا.} one {التسجيل يضيف شهرًا واحدًا إلى الضمان.} two {التسجيل يضيف شهرين إلى الضمان.} few {التسجيل يضيف # أشهر إلى الضمان.} many {التسجيل يضيف # شهرًا إلى الضمان.} other {التسجيل يضيف # شهر إلى الضمان.}}',

    'state.registered': 'مُسجَّل',
    'state.pending': 'قيد المراجعة',
    'state.rejected': 'لم يُقبل',
    'state.void': 'انتهى التسجيل',
    'because.returned': 'أُعيد',
    'because.transferred': 'سُلّم إلى مالك آخر',
    'because.gift': 'هدية: يمكن لمن اشتراها أن يسلّمها إليك.',
    'because.not_delivered': 'يمكن تسجيله بعد التوصيل.',

    stay: 'ابقَ على اطلاع (اختياري)',
    'consent.safety': 'أبلغوني بمشكلات السلامة وعمليات الاستدعاء',
    'consent.safety.hint': 'لا يُستخدم لأي غرض آخر.',
    'consent.marketing': 'أرسلوا إليّ الأخبار والعروض',

    register:
      '{n, plural, zero {تسجيل} one {تسجيل هذا المنتج} two {تسجيل المنتجين} few {تسجيل المنتجات الـ#} many {تسجيل المنتجات الـ#} other {تسجيل المنتجات الـ#}}',
    'register.one': 'تسجيل',
    'register.of': 'تسجيل: {title}',
    registering: 'جارٍ التسجيل…',
    details: 'التفاصيل',
    'details.of': 'التفاصيل: {title}',
    wrong: 'هناك مشكلة',
    'wrong.of': 'هناك مشكلة: {title}',
    elsewhere: 'اشتريت شيئًا من مكان آخر؟',
    code: 'لديك رمز تسليم؟',

    mistakes: 'هناك شيء ناقص. يُرجى مراجعة الحقول المحددة.',
    'problem.registration_closed': 'لم يعد من الممكن تسجيل أحد هذه المنتجات.',
    'problem.upload_unknown': 'أحد الملفات لم يعد موجودًا. يُرجى إضافته مرة أخرى.',
    'problem.title': 'لا يمكننا عرض منتجاتك',
  },
};
