import { edition } from '../edition'
import { sources } from '../sources'

const common = {
  step: 'baseline',
  source: sources.deviceName,
  known: 'attested',
  minutes: 1,
  drawing: 'list',
} as const

const why = {
  en: 'This is what Microsoft shows for you today. What belongs to the old phone must be gone before it is wiped.',
  it: 'Questo è ciò che Microsoft mostra oggi per te. Quello che è del vecchio telefono deve sparire prima di cancellarlo.',
}
const done = {
  en: 'you know of every entry where it is.',
  it: "di ogni voce sai dov'è.",
}

/** What is on which device. */
export const baselineEditions = [
  edition({
    ...common,
    id: 'baseline-2026-11',
    fits: { hasOldPhone: [true] },
    text: {
      en: {
        why: why.en,
        lines: [
          'Microsoft shows each device by the name it gave itself. On the phone: Settings, General, About; on Android: Settings, About phone.',
          'One phone can own several entries: the app, a passkey, the number of its SIM.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Microsoft mostra ogni dispositivo con il nome che si è dato. Sul telefono: Impostazioni, Generali, Info; su Android: Impostazioni, Informazioni sul telefono.',
          "Un telefono può avere più voci: l'app, una passkey, il numero della sua SIM.",
        ],
        done: done.it,
      },
    },
  }),
  edition({
    ...common,
    id: 'baseline-gone-2026-11',
    fits: { hasOldPhone: [false] },
    text: {
      en: {
        why: why.en,
        lines: [
          'Whatever the lost or broken phone owned belongs to the old phone, its number too if the SIM went with it.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Tutto quello che stava sul telefono perso o rotto è del vecchio telefono, anche il numero se la SIM è andata con lui.',
        ],
        done: done.it,
      },
    },
  }),
]
