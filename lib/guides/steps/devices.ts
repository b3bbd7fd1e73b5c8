import { edition } from '../edition'
import { sources } from '../sources'

/** Which phones these are: the same for everybody, since nothing is known yet. */
export const devicesEditions = [
  edition({
    id: 'devices-2026-11',
    step: 'devices',
    source: sources.transfer,
    known: 'attested',
    minutes: 1,
    drawing: 'phones',
    text: {
      en: {
        why: 'Then you see only the steps for your pair.',
        lines: ['Have both phones in front of you, if you can.'],
        done: 'every question has an answer.',
      },
      it: {
        why: 'Così vedi solo i passi che ti servono.',
        lines: ['Se puoi, tieni davanti tutti e due i telefoni.'],
        done: 'ogni domanda ha una risposta.',
      },
    },
  }),
]
