import type { AppCriterion } from '@/lib/domain/other-app'
import type { Language } from '@/lib/i18n/language'

/** Who could read a copy of the secrets in the cloud, if there is one. */
export type CopyReader = 'maker' | 'nobody' | 'no_copy'

/** Another way to keep codes, as its makers describe it. Never changed without a new `reviewedOn`. */
export type OtherApp = {
  id: string
  name: Record<Language, string>
  copyReader: CopyReader
  /** Whether the secrets can be taken to another app. */
  canLeave: boolean
  facts: Record<AppCriterion, Record<Language, string>>
  sources: readonly string[]
  reviewedOn: string
}

const reviewedOn = '2026-11-28'

/** The four that people ask about. */
export const otherApps: readonly OtherApp[] = [
  {
    id: 'google',
    name: { en: 'Google Authenticator', it: 'Google Authenticator' },
    copyReader: 'maker',
    canLeave: true,
    facts: {
      security: {
        en: 'Codes are made on the phone, without a network. A copy in your Google Account is your choice: it is encrypted on the way and where it lies, but Google holds the keys. Without it the secrets stay on the phone.',
        it: 'I codici nascono sul telefono, senza rete. La copia nel tuo account Google la scegli tu: è cifrata in viaggio e dove si trova, ma le chiavi le ha Google. Senza copia i segreti restano sul telefono.',
      },
      portability: {
        en: '"Transfer accounts" shows a QR code that carries the secrets to another phone; other apps can read it too. Whoever photographs it has them all.',
        it: '«Trasferisci account» mostra un codice QR che porta i segreti su un altro telefono; lo leggono anche altre app. Chi lo fotografa li ha tutti.',
      },
      controls: {
        en: 'A screen lock for the app. Nothing for organisations: no profiles, no approvals, no record.',
        it: "Un blocco schermo per l'app. Per le organizzazioni niente: né profili, né approvazioni, né registro.",
      },
    },
    sources: [
      'https://support.google.com/accounts/answer/1066447',
      'https://security.googleblog.com/2023/04/google-authenticator-now-supports.html',
    ],
    reviewedOn,
  },
  {
    id: 'authy',
    name: { en: 'Authy', it: 'Authy' },
    copyReader: 'nobody',
    canLeave: false,
    facts: {
      security: {
        en: 'Codes are made on the phone, without a network. The copy is locked on your phone with a backup password that Authy does not keep; without that password it is lost. It needs your phone number: in July 2024 strangers could find out which numbers have an account.',
        it: 'I codici nascono sul telefono, senza rete. La copia viene chiusa sul tuo telefono con una password di backup che Authy non conserva; senza quella password è persa. Serve il tuo numero: nel luglio 2024 degli estranei hanno potuto scoprire quali numeri hanno un account.',
      },
      portability: {
        en: 'No export. Leaving means setting up every account again. Phones and tablets only: the desktop app ended in March 2024.',
        it: "Nessuna esportazione: per andartene rifai ogni account. Solo telefoni e tablet: l'app per computer è finita a marzo 2024.",
      },
      controls: {
        en: 'You see your devices, can remove one and forbid new ones. Nothing for organisations.',
        it: 'Vedi i tuoi dispositivi, puoi toglierne uno e vietarne di nuovi. Per le organizzazioni niente.',
      },
    },
    sources: [
      'https://help.twilio.com/articles/19753636799131',
      'https://www.twilio.com/en-us/changelog/Security_Alert_Authy_App_Android_iOS',
    ],
    reviewedOn,
  },
  {
    id: 'onepassword',
    name: { en: '1Password', it: '1Password' },
    copyReader: 'nobody',
    canLeave: true,
    facts: {
      security: {
        en: 'End-to-end encrypted with your password and a Secret Key that only your devices have. Codes are made without a network. Passwords and codes lie in one place: whoever opens it has both.',
        it: "Cifrato da un capo all'altro con la tua password e una Secret Key che hanno solo i tuoi dispositivi. I codici nascono senza rete. Password e codici stanno nello stesso posto: chi lo apre ha entrambi.",
      },
      portability: {
        en: 'Exports everything into a file that is not encrypted: delete it as soon as it is read in elsewhere. Paid by subscription.',
        it: 'Esporta tutto in un file non cifrato: eliminalo appena letto altrove. Si paga in abbonamento.',
      },
      controls: {
        en: 'Shared vaults for families; rights, rules and a record of use in its business editions.',
        it: "Casseforti condivise per le famiglie; diritti, regole e registro d'uso nelle edizioni per aziende.",
      },
    },
    sources: [
      'https://support.1password.com/1password-security/',
      'https://support.1password.com/one-time-passwords/',
      'https://support.1password.com/export/',
    ],
    reviewedOn,
  },
  {
    id: 'by_hand',
    name: { en: 'By hand on each device', it: 'A mano su ogni dispositivo' },
    copyReader: 'no_copy',
    canLeave: true,
    facts: {
      security: {
        en: 'Each device scans the QR code while it is on the screen and keeps the secret by itself. No cloud has a copy. The QR code is the secret: scan it, then close the page.',
        it: 'Ogni dispositivo inquadra il codice QR finché è sullo schermo e tiene il segreto per sé. Nessun cloud ne ha una copia. Il codice QR è il segreto: inquadralo, poi chiudi la pagina.',
      },
      portability: {
        en: 'Bound to no app. But every new account wants this on every device, and a lost device gives nothing back.',
        it: 'Non ti lega a nessuna app. Ma ogni nuovo account va fatto su ogni dispositivo, e un dispositivo perso non restituisce niente.',
      },
      controls: {
        en: 'None but your own list of which device has what.',
        it: 'Nessuno, tranne il tuo elenco di quale dispositivo ha che cosa.',
      },
    },
    sources: [
      'https://www.rfc-editor.org/rfc/rfc6238',
      'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-oath-tokens',
    ],
    reviewedOn,
  },
]
