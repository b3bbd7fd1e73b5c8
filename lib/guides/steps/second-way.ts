import { edition } from '../edition'
import { sources } from '../sources'

const common = {
  step: 'second_way',
  source: sources.phoneRetirement,
  known: 'proved',
  minutes: 2,
  drawing: 'second_way',
} as const

const why = {
  en: 'If the new phone fails after the old one is gone, this is how you get back.',
  it: "Se il nuovo telefono non funziona quando il vecchio non c'è più, è così che rientri.",
}
const done = {
  en: 'you came in with it once, or agreed that the service desk is your second way in.',
  it: "hai fatto un accesso così, o hai scelto l'assistenza come seconda via.",
}

/** A way back in. What text messages are good for changes with the day. */
export const secondWayEditions = [
  edition({
    ...common,
    id: 'second-way-2025-10',
    fits: { number: ['same'] },
    validTo: '2026-09-01',
    supersededBy: 'second-way-2026-09',
    text: {
      en: {
        why: why.en,
        lines: [
          'Best is something that is on neither phone: Windows Hello on your computer, or a security key.',
          'A text message to your number will do as well.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Il meglio è qualcosa che non sta su nessuno dei due telefoni: Windows Hello sul computer, o una chiave di sicurezza.',
          'Va bene anche un SMS al tuo numero.',
        ],
        done: done.it,
      },
    },
  }),
  edition({
    ...common,
    id: 'second-way-2026-09',
    fits: { number: ['same'] },
    validFrom: '2026-09-01',
    validTo: '2027-02-01',
    supersededBy: 'second-way-2027-02',
    text: {
      en: {
        why: why.en,
        lines: [
          'Best is something that is on neither phone: Windows Hello on your computer, or a security key.',
          'A text message to your number will do until 1 February 2027: then Microsoft stops them. Set up something that stays.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Il meglio è qualcosa che non sta su nessuno dei due telefoni: Windows Hello sul computer, o una chiave di sicurezza.',
          'Un SMS al tuo numero va bene fino al 1° febbraio 2027: poi Microsoft li chiude. Prepara qualcosa che resta.',
        ],
        done: done.it,
      },
    },
  }),
  edition({
    ...common,
    id: 'second-way-2027-02',
    fits: { number: ['same'] },
    validFrom: '2027-02-01',
    text: {
      en: {
        why: why.en,
        lines: [
          'Best is something that is on neither phone: Windows Hello on your computer, or a security key.',
          'Text messages and calls are no way in any more: Microsoft has stopped them.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Il meglio è qualcosa che non sta su nessuno dei due telefoni: Windows Hello sul computer, o una chiave di sicurezza.',
          'SMS e telefonate non fanno più entrare: Microsoft li ha chiusi.',
        ],
        done: done.it,
      },
    },
  }),
  edition({
    ...common,
    id: 'second-way-new-number-2026-11',
    fits: { number: ['new'] },
    text: {
      en: {
        why: why.en,
        lines: [
          'Best is something that is on neither phone: Windows Hello on your computer, or a security key.',
          'Your number changes, so a text message to the old one does not count.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Il meglio è qualcosa che non sta su nessuno dei due telefoni: Windows Hello sul computer, o una chiave di sicurezza.',
          'Il tuo numero cambia: un SMS a quello vecchio non vale.',
        ],
        done: done.it,
      },
    },
  }),
]
