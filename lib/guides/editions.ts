import type { Language } from '@/lib/i18n/language'

export type Platform = 'ios' | 'android'
export type BackupModel = 'ios_keychain' | 'ios_legacy' | 'android'

/**
 * What one kind of move needs to be told before the work account is added, and where that is known from.
 * Never changed once shown: a new text is a new edition, and the old one gets `validTo`.
 */
export type Edition = {
  /** Kept with the evidence: which text a person had before them. */
  id: string
  from: Platform
  to: Platform
  /** Null where no backup crosses. */
  backupModel: BackupModel | null
  validFrom: string
  validTo: string | null
  source: string
  reviewedOn: string
  /** What the person does, in order, in both languages. */
  lines: Record<Language, readonly string[]>
}

const transferPage =
  'https://learn.microsoft.com/entra/identity/authentication/how-to-transfer-authenticator-new-phone'

/** Every edition, newest first among those for the same move. */
export const editions: readonly Edition[] = [
  {
    id: 'ios-keychain-2026-11',
    from: 'ios',
    to: 'ios',
    backupModel: 'ios_keychain',
    validFrom: '2025-10-15',
    validTo: null,
    source: transferPage,
    reviewedOn: '2026-11-22',
    lines: {
      en: [
        'On the old iPhone, open Settings, your name, iCloud. iCloud Drive, Keychain and iCloud Backup are on, and Authenticator is on under "Saved to iCloud".',
        'On the new iPhone, sign in with the same Apple Account, then install Microsoft Authenticator and open it once.',
        'The names of your accounts appear by themselves. If they do not, delete the app, install it again and wait a minute.',
        'Your work account shows a name only. That is expected: you register it in the next step.',
      ],
      it: [
        'Sul vecchio iPhone apri Impostazioni, il tuo nome, iCloud. Devono essere attivi iCloud Drive, Portachiavi e Backup iCloud, e Authenticator sotto «Salvati su iCloud».',
        'Sul nuovo iPhone entra con lo stesso account Apple, poi installa Microsoft Authenticator e aprilo una volta.',
        "I nomi dei tuoi account compaiono da soli. Se non compaiono, elimina l'app, installala di nuovo e aspetta un minuto.",
        "L'account di lavoro mostra solo il nome. È normale: lo registri nel prossimo passo.",
      ],
    },
  },
  {
    id: 'ios-legacy-2026-11',
    from: 'ios',
    to: 'ios',
    backupModel: 'ios_legacy',
    validFrom: '2020-01-01',
    validTo: null,
    source:
      'https://support.microsoft.com/account-billing/back-up-and-recover-account-credentials-in-the-authenticator-app',
    reviewedOn: '2026-11-22',
    lines: {
      en: [
        'On the old iPhone, open Authenticator, Settings, Backup. The date must be recent. Leave the backup on there and nowhere else.',
        'On the new iPhone, install Authenticator and choose "Begin recovery" before you add any account. If you already added one, remove it or reinstall the app, then begin again.',
        'Sign in with the same personal Microsoft account that holds the backup.',
        '"There is already a backup on your iCloud account on another device" means: do not turn on a second backup. Choose "Begin recovery".',
        'Your work account shows a name only. That is expected: you register it in the next step.',
      ],
      it: [
        'Sul vecchio iPhone apri Authenticator, Impostazioni, Backup. La data deve essere recente. Lascia il backup attivo solo lì.',
        "Sul nuovo iPhone installa Authenticator e scegli «Inizia ripristino» prima di aggiungere qualunque account. Se ne hai già aggiunto uno, rimuovilo o reinstalla l'app e ricomincia.",
        'Accedi con lo stesso account Microsoft personale che contiene il backup.',
        '«Esiste già un backup sul tuo account iCloud su un altro dispositivo» significa: non attivare un secondo backup. Scegli «Inizia ripristino».',
        "L'account di lavoro mostra solo il nome. È normale: lo registri nel prossimo passo.",
      ],
    },
  },
  {
    id: 'android-2026-11',
    from: 'android',
    to: 'android',
    backupModel: 'android',
    validFrom: '2020-01-01',
    validTo: null,
    source: transferPage,
    reviewedOn: '2026-11-22',
    lines: {
      en: [
        'On the old phone, open Authenticator, Settings, Cloud backup. It is on, with a personal Microsoft account you can still sign in to.',
        'On the new phone, install Authenticator and choose "Begin recovery" before you add any account.',
        'Sign in with that same personal Microsoft account.',
        'Your work account shows a name only. That is expected: you register it in the next step.',
      ],
      it: [
        'Sul vecchio telefono apri Authenticator, Impostazioni, Backup cloud. È attivo, con un account Microsoft personale a cui riesci ancora ad accedere.',
        'Sul nuovo telefono installa Authenticator e scegli «Inizia ripristino» prima di aggiungere qualunque account.',
        'Accedi con lo stesso account Microsoft personale.',
        "L'account di lavoro mostra solo il nome. È normale: lo registri nel prossimo passo.",
      ],
    },
  },
  ...(['ios', 'android'] as const).map(
    (from): Edition => ({
      id: `${from}-crossing-2026-11`,
      from,
      to: from === 'ios' ? 'android' : 'ios',
      backupModel: null,
      validFrom: '2020-01-01',
      validTo: null,
      source: transferPage,
      reviewedOn: '2026-11-22',
      lines: {
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
      },
    }),
  ),
]
