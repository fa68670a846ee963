import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of the first screen of returns. */
export const catalogue: CatalogueOf<'returns'> = {
  language: 'ar',
  direction: 'rtl',
  returns: {
    lookup: 'إرجاع منتج',
    'lookup.intro': 'برقم الطلب ووسيلة تواصل واحدة نريك ما يمكن إرجاعه.',
    'lookup.gift': 'استبدال هدية',
    'lookup.gift.intro': 'برقم الطلب ورمز الهدية. ولن نخبر من أهداها إليك.',
    'lookup.gift.code': 'رمز الهدية',
    'lookup.gift.code.hint': 'تجده على إيصال الهدية.',
    'lookup.gift.code.missing': 'يُرجى إدخال رمز الهدية.',
    'lookup.gift.code.invalid': 'لا يبدو هذا رمز هدية. تجده على إيصال الهدية.',
    'lookup.to_gift': 'كانت هدية لي',
    'lookup.to_order': 'أنا من طلبها',
    loading: 'نتحقق مما يمكن إرجاعه',
    'loading.step': 'لحظة من فضلك',
    code_failed: 'تعذّر تحميل هذه الخطوة',

    progress: 'الخطوة {n} من {total}',
    'items.title': 'ما الذي تريد إرجاعه؟',
    'items.title.cancel': 'ما الذي تريد إلغاءه؟',
    'items.title.delivery_problem': 'ما المشكلة في التوصيل؟',
    until: 'حتى {date}',
    only_exchange: 'للاستبدال فقط',
    cost_from: 'تكلفة الإرجاع تبدأ من {price}',
    next: 'متابعة',
    'next.units':
      '{n, plural, zero {متابعة} one {متابعة بمنتج واحد} two {متابعة بمنتجين} few {متابعة بـ # منتجات} many {متابعة بـ # منتجًا} other {متابعة بـ # منتج}}',
    back: 'رجوع',

    empty: 'لا يمكن إرجاع شيء حاليًا',
    'empty.about': 'تجد السبب أدناه لكل منتج. إن بدا ذلك غير صحيح فراسل المتجر.',

    'mistake.items.missing': 'يُرجى اختيار منتج واحد على الأقل.',
    'problem.gift_code_invalid': 'لم نجد هدية بهذا الرقم والرمز. ربما ينقص حرف؟',
    'problem.title': 'لا يمكننا عرض ما يمكن إرجاعه',
  },
};
