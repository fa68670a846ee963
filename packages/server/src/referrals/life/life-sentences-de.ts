import type { LifeSentences } from './life-sentences.ts';

/** German. */
export const german: LifeSentences = {
  advocate: {
    standing: {
      clicked: 'Jemand ist Ihrem Link gefolgt.',
      claimed: 'Das Angebot wurde angenommen, bestellt wurde noch nicht.',
      ordered: 'Es wurde bestellt. Die Bestellung ist noch nicht bezahlt.',
      qualified: 'Die Bestellung zählt.',
    },
    returnsOpen: (day) =>
      day === null
        ? 'Wartet: Die Bestellung kann noch zurückgegeben werden.'
        : `Wartet bis ${day}: Die Bestellung kann noch zurückgegeben werden.`,
    holdDays: (day) => (day === null ? 'Wartet noch einige Tage.' : `Wartet bis ${day}.`),
    flagged: (day) =>
      day === null
        ? 'Der Shop sieht sich diese Empfehlung an.'
        : `Der Shop sieht sich diese Empfehlung an, spätestens bis ${day}.`,
    ended: {
      looks_wrong: 'Der Shop hat sich diese Empfehlung angesehen und zählt sie nicht.',
      by_store: 'Der Shop hat sich diese Empfehlung angesehen und zählt sie nicht.',
      own_order: 'Das war eine eigene Bestellung von Ihnen.',
      existing_customer: 'Nur eine erste Bestellung zählt, und das war keine.',
      already_referred: 'Jede Person zählt einmal, und diese zählt schon.',
      minimum_not_reached: 'Die Bestellung lag unter dem Mindestwert.',
      country_closed: 'In dem Land, in das die Bestellung geht, gilt das Angebot nicht.',
      currency_closed: 'In der Währung der Bestellung gilt das Angebot nicht.',
      advocate_full: 'Mehr Personen belohnt dieses Angebot nicht.',
      month_full: 'Mehr Personen in einem Monat belohnt dieses Angebot nicht.',
      programme_full: 'Das Angebot war aufgebraucht.',
      ordered_too_late: 'Die Bestellung kam nach der Zeit des Angebots.',
      advocate_blocked: 'Der Shop zählt Ihre Empfehlungen zurzeit nicht.',
      ran_out: 'In der Zeit des Angebots kam keine Bestellung.',
      order_cancelled: 'Die Bestellung wurde storniert.',
      order_refunded: 'Die Bestellung wurde zurückgegeben oder erstattet.',
      below_minimum: 'Was von der Bestellung bleibt, liegt unter dem Mindestwert.',
    },
  },
  staff: {
    standing: {
      clicked: 'Dem Link wurde gefolgt, das Angebot nicht angenommen.',
      claimed: 'Das Angebot wurde angenommen, bestellt wurde noch nicht.',
      ordered: 'Es wurde bestellt, die Bestellung ist noch nicht bezahlt.',
      qualified: 'Sie zählt.',
    },
    returnsOpen: (day) =>
      day === null
        ? 'Sie wartet: Rückgabe oder Widerruf sind noch möglich, bis zu einem Tag, der noch nicht bekannt ist.'
        : `Sie wartet bis ${day}: Rückgabe oder Widerruf sind noch möglich.`,
    holdDays: (day) => (day === null ? 'Sie wartet einige Tage.' : `Sie wartet bis ${day}.`),
    flagged: (day) =>
      day === null
        ? 'Etwas sieht falsch aus: Sie entscheiden.'
        : `Etwas sieht falsch aus: Sie entscheiden, bis ${day}.`,
    ended: {
      looks_wrong: 'sie sieht falsch aus',
      by_store: 'so wurde entschieden',
      own_order: 'die Bestellung stammt von der werbenden Person selbst',
      existing_customer: 'die Person hatte schon bestellt',
      already_referred: 'die Person zählt schon mit einer anderen Bestellung',
      minimum_not_reached: 'die Bestellung lag unter dem Mindestwert',
      country_closed: 'im Land der Bestellung gilt das Programm nicht',
      currency_closed: 'in der Währung der Bestellung gilt das Programm nicht',
      advocate_full: 'die werbende Person hat so viele Personen, wie belohnt werden',
      month_full: 'die werbende Person hat so viele Personen, wie in einem Monat belohnt werden',
      programme_full: 'das Programm hat so viele Personen, wie belohnt werden',
      ordered_too_late: 'die Bestellung kam nach der Zeit des Angebots',
      advocate_blocked: 'die werbende Person ist ausgeschlossen',
      ran_out: 'in der Zeit des Angebots kam keine Bestellung',
      order_cancelled: 'die Bestellung wurde storniert',
      order_refunded: 'die Bestellung wurde zurückgegeben oder erstattet',
      below_minimum: 'was von der Bestellung bleibt, liegt unter dem Mindestwert',
    },
  },
  reward: {
    advocate: {
      earned: 'Sie haben sie verdient. Sie wird vorbereitet.',
      issued: 'Sie ist bereit.',
      sent: 'Sie kann eingelöst werden.',
      redeemed: 'Sie haben sie eingelöst.',
      failed: 'Sie haben sie verdient. Es dauert etwas länger als sonst; der Shop weiß davon.',
      revoked: 'Sie wurde zurückgenommen, weil die Bestellung dazu nicht mehr zählt.',
    },
    friend: {
      earned: 'Sie gehört Ihnen. Sie wird vorbereitet.',
      issued: 'Sie ist bereit.',
      sent: 'Sie kann eingelöst werden.',
      redeemed: 'Sie haben sie eingelöst.',
      failed: 'Sie gehört Ihnen. Es dauert etwas länger als sonst; der Shop weiß davon.',
      revoked: 'Sie kann nicht mehr eingelöst werden.',
    },
  },
  story: {
    clicked: 'Dem Link wurde gefolgt.',
    claimed: 'Das Angebot wurde angenommen.',
    ordered: {
      friend_code: 'Es wurde bestellt, mit dem eigenen Code.',
      advocate_code: 'Es wurde bestellt, mit dem Code der werbenden Person.',
      claim_id: 'Es wurde bestellt; die Seite des Shops hat die Annahme mitgeteilt.',
      email: 'Es wurde bestellt, mit der E-Mail-Adresse der Annahme.',
      staff: 'Die Bestellung wurde von Hand verknüpft.',
    },
    held: (day) =>
      day === null ? 'Sie wartet, bis nichts mehr zurückgegeben werden kann.' : `Sie wartet bis ${day}.`,
    flagged: (score, day) =>
      day === null
        ? `Etwas sieht falsch aus (${score} Punkte).`
        : `Etwas sieht falsch aus (${score} Punkte); bis ${day} wird entschieden.`,
    qualified: 'Sie zählt.',
    refused: (why) => `Sie zählt nicht: ${why}.`,
    voided: (why) => `Sie zählt nicht mehr: ${why}.`,
    approved: 'Sie wurde für richtig befunden.',
    linked: 'Die Bestellung wurde verknüpft.',
    changed: 'Etwas daran wurde geändert.',
    note: (sentence, note) => `${sentence} „${note}“`,
  },
};
