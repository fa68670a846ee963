import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of a claim in a line. */
export const catalogue: CatalogueOf<'claimStatus'> = {
  language: 'de',
  direction: 'ltr',
  claimStatus: {
    claims: 'Ihre Fälle',
    'claims.row': 'Fall {number}',
    show: 'Anzeigen',
    'show.what': '{number} anzeigen',
    'status.received': 'Eingegangen',
    'status.under_review': 'In Prüfung',
    'status.waiting': 'Wartet auf Sie',
    'status.approved': 'Anerkannt',
    'status.declined': 'Abgelehnt',
    'status.device_received': 'Zur Reparatur angekommen',
    'status.diagnosing': 'Fehlersuche',
    'status.quoted': 'Kostenvoranschlag',
    'status.waiting_for_parts': 'Warten auf Ersatzteile',
    'status.in_repair': 'In Reparatur',
    'status.tested': 'Geprüft',
    'status.on_its_way_back': 'Auf dem Weg zu Ihnen',
    'status.done': 'Erledigt',
    'status.cancelled': 'Zurückgezogen',
    'status.other': 'In Arbeit',
  },
};
