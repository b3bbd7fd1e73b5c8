import { sources } from './sources'
import { november, type Topic } from './topic'

/** Codes that are refused, or that look as if they should be. */
export const codeErrors: readonly Topic[] = [
  {
    ...november,
    code: 'ERR-CODE-REFUSED',
    shown: {
      en: [
        'The code is incorrect',
        'That code did not work',
        'codes refused by one service',
        'one site does not accept my codes any more',
        'Incorrect code. Try again',
      ],
      it: [
        'Il codice non è corretto',
        'Codice errato. Riprova',
        'un servizio rifiuta i codici',
        'un sito non accetta più i miei codici',
      ],
    },
    cause: {
      en: 'That service made a new secret, or wants to see you again, or the clock of the phone is wrong.',
      it: "Quel servizio ha creato un nuovo segreto, o vuole verificarti di nuovo, o l'orologio del telefono è sbagliato.",
    },
    steps: {
      en: [
        'Let the phone set its date and time by itself, then try the next code.',
        'Try the code of the old phone: both can be valid.',
        'Sign in to that service another way and set up its two-step sign-in again, in place of the old one.',
        'Is it your work account? Then register the new phone again in your move.',
      ],
      it: [
        'Lascia che il telefono imposti da solo data e ora, poi prova il codice successivo.',
        'Prova il codice del vecchio telefono: possono valere entrambi.',
        'Entra in quel servizio in un altro modo e rifai lì la verifica in due passaggi, al posto di quella vecchia.',
        "È l'account di lavoro? Allora registra di nuovo il nuovo telefono nel tuo passaggio.",
      ],
    },
    source: { by: 'users', url: sources.legacyBackup },
    button: 'move',
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'ERR-CODES-DIFFER',
    shown: {
      en: [
        'the codes on my two devices differ',
        'the two phones show different codes',
        'different numbers on phone and tablet',
      ],
      it: [
        'i codici sui miei due dispositivi sono diversi',
        'i due telefoni mostrano codici diversi',
        'numeri diversi su telefono e tablet',
      ],
    },
    cause: {
      en: 'An account added on each device by itself has a secret of its own on each. Different codes, all of them valid.',
      it: 'Un account aggiunto separatamente su ogni dispositivo ha un segreto proprio su ciascuno. Codici diversi, tutti validi.',
    },
    steps: {
      en: [
        'Nothing to do: use the code of whichever device you have in your hand.',
        "Don't remove and add the account again to make them equal: that can end the other one.",
      ],
      it: [
        'Non c’è nulla da fare: usa il codice del dispositivo che hai in mano.',
        "Non rimuovere e riaggiungere l'account per renderli uguali: così l'altro può smettere di valere.",
      ],
    },
    source: { by: 'users', url: sources.legacyBackup },
    button: null,
    problem: 'other',
  },
]
