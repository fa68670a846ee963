import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of what every widget about an order says. */
export const catalogue: CatalogueOf<'orderSession'> = {
  language: 'ar',
  direction: 'rtl',
  orderSession: {
    order: 'الطلب {number}',
    quantity: 'الكمية {n}',

    new_window: '(يُفتح في تبويب جديد)',
    copy: 'نسخ',
    'copy.what': 'نسخ: {what}',
    copied: 'تم النسخ',
    copy_failed: 'تم التحديد، انسخه بنفسك',

    help: 'هل من مشكلة؟',
    'help.phone': 'اتصل على {phone}',
    'help.report': 'أبلغ عن مشكلة',
    'help.subject': 'مشكلة في الطلب {number}',

    as_of: 'آخر تحديث {time}',
    offline: 'أنت غير متصل بالإنترنت.',
    stale: 'تعذّر جلب آخر الأخبار.',
    refresh: 'تحديث',
    loading: 'نجلب طلبك',
    waiting: 'وصلنا طلبك',
    'waiting.about': 'ستظهر التفاصيل هنا بعد لحظات.',
    other_order: 'ابحث عن طلب آخر',

    'lookup.proof_refused': 'عذرًا، لم يفتح الرابط طلبك. أدخل الرقم ووسيلة تواصل واحدة.',
    'lookup.session_ended': 'مضى بعض الوقت، فابحث عن طلبك مرة أخرى من فضلك.',
    'lookup.order': 'رقم الطلب',
    'lookup.order.hint': 'تجده في رسالة التأكيد، مثل 1001.',
    'lookup.contact': 'البريد الإلكتروني أو الهاتف أو الرمز البريدي',
    'lookup.contact.hint': 'كما أدخلته عند الطلب.',
    'lookup.find': 'ابحث عن طلبي',
    'lookup.finding': 'جارٍ البحث…',
    'lookup.order.missing': 'يُرجى إدخال رقم الطلب.',
    'lookup.order.invalid': 'لا يبدو هذا رقم طلب. تجده في رسالة التأكيد.',
    'lookup.contact.missing': 'يُرجى إدخال البريد الإلكتروني أو رقم الهاتف أو الرمز البريدي.',
    'lookup.contact.invalid': 'يُرجى التحقق من البريد الإلكتروني أو رقم الهاتف أو الرمز البريدي.',
    'lookup.locked': 'حفاظًا على أمان الطلبات نتوقف قليلًا بعد عدة محاولات. حاول مجددًا عند {time}.',

    'problem.lookup_failed': 'لم نجد طلبًا بهذا الرقم ووسيلة التواصل هذه. ربما كان بريدًا آخر أو ينقص رقم؟',
    'problem.unreachable': 'تعذّر الوصول إلى المتجر. تحقق من اتصالك وحاول مرة أخرى.',
    'problem.offline': 'أنت غير متصل بالإنترنت. سنحاول مجددًا فور عودة الاتصال.',
    'problem.unavailable': 'خدمة التتبع مشغولة الآن. يُرجى المحاولة بعد لحظات.',
    'problem.not_found': 'لم نعد نجد هذا الطلب. ابحث عنه مرة أخرى أو اسأل المتجر.',
    'problem.not_here_yet':
      'تم استلام طلبك، لكن تفاصيله تأخرت في الوصول إلى هنا. حاول مرة أخرى لاحقًا أو اسأل المتجر.',
    'problem.unknown_store': 'توجد مشكلة في الإعداد هنا، وعلى المتجر تصحيحها.',
    'problem.other': 'حدث خطأ لدينا. يُرجى المحاولة مرة أخرى.',
    'problem.title': 'لا يمكننا عرض طلبك',
    'problem.id': 'إن طلبت المساعدة فاذكر هذا الرقم: {id}',
    retry: 'حاول مرة أخرى',
  },
};
