import type { Language } from '@/lib/i18n/language'
import { type Edition, edition, type Facets, type GuideText } from '../edition'
import { sources } from '../sources'

const why = {
  en: 'A backup brings back only the name of a work account, and it refuses to start once that account has been added. So this comes first.',
  it: "Un backup riporta solo il nome di un account di lavoro, e non parte più se quell'account è già stato aggiunto. Per questo viene prima.",
}
const done = {
  en: 'you say that the names are there, or that there is nothing to bring over.',
  it: "dici che i nomi ci sono, o che non c'è niente da portare.",
}
const nameOnly = {
  en: 'Your work account shows a name only, perhaps with "Sign in to add your account". That is expected: you register it in the next step.',
  it: "L'account di lavoro mostra solo il nome, magari con «Accedi per aggiungere il tuo account». È normale: lo registri nel prossimo passo.",
}
const trap = {
  en: {
    question: 'I already added the work account',
    lead: 'Then the recovery does not start, or says that it was unable to restore. Either of these mends it:',
    fixes: [
      'In Authenticator on the new phone, tap the account, then Remove account. Go back and choose "Begin recovery".',
      'Or delete Authenticator from the new phone, install it again and choose "Begin recovery" before anything else.',
    ],
  },
  it: {
    question: "Ho già aggiunto l'account di lavoro",
    lead: 'Allora il ripristino non parte, o dice che non riesce. Basta una di queste due cose:',
    fixes: [
      "In Authenticator sul nuovo telefono tocca l'account, poi Rimuovi account. Torna indietro e scegli «Inizia ripristino».",
      'Oppure elimina Authenticator dal nuovo telefono, installalo di nuovo e scegli «Inizia ripristino» prima di ogni altra cosa.',
    ],
  },
}

type Lines = Record<Language, readonly string[]>

const keychain: Lines = {
  en: [
    'On the old iPhone, open Settings, your name, iCloud. iCloud Drive, Passwords and Keychain, and iCloud Backup are on, and Authenticator is on under "Saved to iCloud". There is no date to check.',
    'On the new iPhone, sign in with the same Apple Account, then install Microsoft Authenticator and open it once.',
    'The names of your accounts appear by themselves. If they do not, delete the app, install it again and wait a minute.',
  ],
  it: [
    "Sul vecchio iPhone apri Impostazioni, il tuo nome, iCloud. Devono essere attivi iCloud Drive, Password e portachiavi e Backup iCloud, e Authenticator sotto «Salvati su iCloud». Non c'è una data da controllare.",
    'Sul nuovo iPhone entra con lo stesso account Apple, poi installa Microsoft Authenticator e aprilo una volta.',
    "I nomi dei tuoi account compaiono da soli. Se non compaiono, elimina l'app, installala di nuovo e aspetta un minuto.",
  ],
}
const legacy: Lines = {
  en: [
    'On the old iPhone, open Authenticator, Settings, Backup. The date must be recent. Leave the backup on there and nowhere else.',
    'Check that you can still sign in to the personal Microsoft account that holds the backup.',
    'On the new iPhone, install Authenticator and choose "Begin recovery" before you add any account.',
    'Sign in with that same personal Microsoft account.',
    '"There is already a backup on your iCloud account on another device" means: do not turn on a second backup. Choose "Begin recovery".',
  ],
  it: [
    'Sul vecchio iPhone apri Authenticator, Impostazioni, Backup. La data deve essere recente. Lascia il backup attivo solo lì.',
    "Controlla di riuscire ancora ad accedere all'account Microsoft personale che contiene il backup.",
    'Sul nuovo iPhone installa Authenticator e scegli «Inizia ripristino» prima di aggiungere qualunque account.',
    'Accedi con quello stesso account Microsoft personale.',
    '«Esiste già un backup sul tuo account iCloud su un altro dispositivo» significa: non attivare un secondo backup. Scegli «Inizia ripristino».',
  ],
}
const android: Lines = {
  en: [
    'On the old phone, open Authenticator, Settings, Cloud backup. It is on, with a personal Microsoft account you can still sign in to.',
    'On the new phone, install Authenticator and choose "Restore from backup" (or "Begin recovery") before you add any account.',
    'Sign in with that same personal Microsoft account.',
  ],
  it: [
    'Sul vecchio telefono apri Authenticator, Impostazioni, Backup cloud. È attivo, con un account Microsoft personale a cui riesci ancora ad accedere.',
    'Sul nuovo telefono installa Authenticator e scegli «Ripristina dal backup» (o «Inizia ripristino») prima di aggiungere qualunque account.',
    'Accedi con lo stesso account Microsoft personale.',
  ],
}
const crossing: Lines = {
  en: [
    'No backup crosses between iPhone and Android. Every account is added again by hand.',
    'Keep the old phone until you have looked through its list: for each account there you need its own site to show a new QR code.',
    'On the new phone, install Microsoft Authenticator. Do not add the work account yet: that is the next step.',
  ],
  it: [
    'Nessun backup passa tra iPhone e Android. Ogni account va aggiunto di nuovo a mano.',
    'Tieni il vecchio telefono finché non hai guardato tutto il suo elenco: per ogni account serve che il suo sito mostri un nuovo codice QR.',
    "Sul nuovo telefono installa Microsoft Authenticator. Non aggiungere ancora l'account di lavoro: è il prossimo passo.",
  ],
}

const whyCrossing = {
  en: 'Between iPhone and Android no backup helps: whatever is not added by hand is lost with the old phone.',
  it: 'Tra iPhone e Android nessun backup aiuta: quello che non aggiungi a mano si perde con il vecchio telefono.',
}

/** For who keeps another device with the app: it may restore, never hold a second backup. */
const secondDevice: Record<string, Lines> = {
  ios_keychain: {
    en: [
      'The tablet you keep needs nothing: it goes on with its own registration. Do not remove the account there.',
    ],
    it: [
      "Il tablet che tieni non ha bisogno di nulla: continua con la sua registrazione. Non togliere l'account da lì.",
    ],
  },
  ios_legacy: {
    en: [
      'The tablet you keep is there to restore only: choose "Begin recovery" on it if you want the names there, and leave its backup off.',
    ],
    it: [
      'Il tablet che tieni serve solo a ripristinare: scegli «Inizia ripristino» se vuoi i nomi anche lì, e lascia disattivato il suo backup.',
    ],
  },
  android: {
    en: ['The other device you keep is there to restore only: leave its cloud backup off.'],
    it: ["L'altro dispositivo che tieni serve solo a ripristinare: lascia disattivato il suo backup cloud."],
  },
}

const models = {
  ios_keychain: {
    lines: keychain,
    pair: 'ios',
    hasTrap: false,
    app: { from: '6.8.33', before: null },
    source: sources.transfer,
  },
  ios_legacy: {
    lines: legacy,
    pair: 'ios',
    hasTrap: true,
    app: { from: null, before: '6.8.33' },
    source: sources.legacyBackup,
  },
  android: {
    lines: android,
    pair: 'android',
    hasTrap: true,
    app: { from: null, before: null },
    source: sources.restore,
  },
} as const

function within(model: keyof typeof models, hasSecondDevice: boolean): Edition {
  const { lines, pair, hasTrap, app, source } = models[model]
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: [
      ...lines[language],
      ...(hasSecondDevice ? (secondDevice[model]?.[language] ?? []) : []),
      nameOnly[language],
    ],
    done: done[language],
    ...(hasTrap ? { trap: trap[language] } : {}),
  })
  return edition({
    id: `restore-${model.replace('_', '-')}${hasSecondDevice ? '-tablet' : ''}-2026-11`,
    step: 'restore',
    fits: { from: [pair], to: [pair], backupModel: [model], hasSecondDevice: [hasSecondDevice] },
    app,
    system: { ios: model === 'ios_keychain' ? '16.0' : null, android: null },
    source,
    known: 'attested',
    minutes: 3,
    drawing: 'names',
    text: { en: text('en'), it: text('it') },
  })
}

function across(from: 'ios' | 'android'): Edition {
  const fits: Partial<{ [Name in keyof Facets]: Facets[Name][] }> = {
    from: [from],
    to: [from === 'ios' ? 'android' : 'ios'],
  }
  const text = (language: Language): GuideText => ({
    why: whyCrossing[language],
    lines: crossing[language],
    done: done[language],
  })
  return edition({
    id: `restore-from-${from}-2026-11`,
    step: 'restore',
    fits,
    source: sources.transfer,
    known: 'attested',
    minutes: 3,
    drawing: 'crossing',
    text: { en: text('en'), it: text('it') },
  })
}

/** What must happen before the work account is added: a restore refuses to start after it. */
export const restoreEditions = [
  ...(['ios_keychain', 'ios_legacy', 'android'] as const).flatMap((model) => [
    within(model, false),
    within(model, true),
  ]),
  across('ios'),
  across('android'),
]
