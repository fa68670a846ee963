import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of a claim in a line. */
export const catalogue: CatalogueOf<'claimStatus'> = {
  language: 'ar',
  direction: 'rtl',
  claimStatus: {
    claims: 'مطالباتك',
    'claims.row': 'المطالبة {number}',
    show: 'عرض',
    'show.what': 'عرض {number}',
    'status.received': 'وصلت',
    'status.under_review': 'قيد المراجعة',
    'status.waiting': 'بانتظارك',
    'status.approved': 'مقبولة',
    'status.declined': 'مرفوضة',
    'status.device_received': 'وصل للإصلاح',
    'status.diagnosing': 'البحث عن العطل',
    'status.quoted': 'عرض السعر',
    'status.waiting_for_parts': 'بانتظار القطع',
    'status.in_repair': 'قيد الإصلاح',
    'status.tested': 'اختُبر',
    'status.on_its_way_back': 'في الطريق إليك',
    'status.done': 'تم',
    'status.cancelled': 'ملغاة',
    'status.other': 'قيد التنفيذ',
  },
};
