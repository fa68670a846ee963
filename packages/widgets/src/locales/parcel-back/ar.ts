import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of a parcel that goes to the store. */
export const catalogue: CatalogueOf<'parcelBack'> = {
  language: 'ar',
  direction: 'rtl',
  parcelBack: {
    'parcel.number': 'رقم تتبّع طردك',
    'parcel.number.hint': 'تجده على الإيصال. به تتتبع أنت والمتجر الطرد.',
    'parcel.number.missing': 'يُرجى إدخال الرقم.',
    'parcel.carrier': 'شركة الشحن (اختياري)',
    'parcel.tell': 'تتبّع هذا الطرد',
    'back.headline.in_transit': 'في الطريق إلى المتجر',
    'back.headline.available_for_pickup': 'بانتظار أن يستلمه المتجر',
    'back.headline.available_for_pickup.date': 'بانتظار أن يستلمه المتجر حتى {date}',
    'back.headline.delivered': 'وصل إلى المتجر',
    'back.headline.delivered.date': 'وصل إلى المتجر {date}',
    'back.headline.returning': 'في طريق العودة إليك',
    'back.headline.returned': 'عاد إليك',
    'back.about.returning': 'لم تتمكن شركة الشحن من تسليمه إلى المتجر. سيساعدك المتجر من هنا.',
    'back.about.returned': 'اسأل المتجر كيف ترسله مرة أخرى.',
    'back.about.expired': 'يستطيع المتجر أن يخبرك إن كان قد وصل.',
  },
};
