import { edition } from '../edition'
import { sources } from '../sources'

const common = { step: 'enrol', known: 'attested', minutes: 8, drawing: 'enrol' } as const

const why = {
  en: 'Your organisation lets only phones in that it looks after. Without this, the registration that comes next is refused.',
  it: 'La tua organizzazione fa entrare solo i telefoni che gestisce. Senza questo passo la registrazione che segue viene rifiutata.',
}
const done = {
  en: 'Company Portal says that the phone is set up, and you say so here.',
  it: 'Portale aziendale dice che il telefono è configurato, e lo dici qui.',
}
const approve = {
  en: 'Sign in with your work account. The old phone approves.',
  it: "Accedi con l'account di lavoro. Approva il vecchio telefono.",
}

/** Enrolment before the work account comes, where the organisation asks for it. */
export const enrolEditions = [
  edition({
    ...common,
    id: 'enrol-ios-2026-11',
    fits: { to: ['ios'] },
    source: sources.enrolIos,
    text: {
      en: {
        why: why.en,
        lines: [
          'On the new iPhone, install "Intune Company Portal" from the App Store and open it.',
          approve.en,
          'Follow it to download a management profile, then open Settings: at the top is "Profile downloaded". Tap it, then Install, and Trust when it asks.',
          'Go back to Company Portal and wait until it says that everything is set up.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          "Sul nuovo iPhone installa «Intune Portale aziendale» dall'App Store e aprilo.",
          approve.it,
          'Segui i passaggi per scaricare un profilo di gestione, poi apri Impostazioni: in alto trovi «Profilo scaricato». Toccalo, poi Installa, e Autorizza quando lo chiede.',
          'Torna in Portale aziendale e aspetta che dica che è tutto pronto.',
        ],
        done: done.it,
      },
    },
  }),
  edition({
    ...common,
    id: 'enrol-android-2026-11',
    fits: { to: ['android'] },
    source: sources.enrolAndroid,
    text: {
      en: {
        why: why.en,
        lines: [
          'On the new phone, install "Intune Company Portal" from Google Play and open it.',
          approve.en,
          'Follow it to create a work profile: your work apps live there, with a small briefcase on their icons.',
          'Install Authenticator where your organisation says, inside the work profile or outside it.',
        ],
        done: done.en,
      },
      it: {
        why: why.it,
        lines: [
          'Sul nuovo telefono installa «Portale aziendale Intune» da Google Play e aprilo.',
          approve.it,
          "Segui i passaggi per creare un profilo di lavoro: lì stanno le app di lavoro, con una piccola valigetta sull'icona.",
          'Installa Authenticator dove dice la tua organizzazione: dentro il profilo di lavoro o fuori.',
        ],
        done: done.it,
      },
    },
  }),
]
