import { sources } from './sources'
import { november, type Topic } from './topic'

/** Why a phone cannot be registered. */
export const refusedPhones: readonly Topic[] = [
  {
    ...november,
    code: 'ERR-LIMIT-5',
    shown: {
      en: [
        'You have reached the limit of authenticator apps',
        'You already have five authenticator apps or hardware tokens',
        'too many authenticators',
        'the five device limit',
        'You cannot add more than five',
      ],
      it: [
        'Hai raggiunto il limite di app di autenticazione',
        'Hai già cinque app di autenticazione o token hardware',
        'troppi autenticatori',
        'limite di cinque dispositivi',
      ],
    },
    cause: {
      en: 'Microsoft keeps five authenticator apps and code tokens for an account, all together. The sixth is refused.',
      it: 'Microsoft tiene per un account cinque tra app di autenticazione e token con codice, in tutto. Il sesto è rifiutato.',
    },
    steps: {
      en: [
        'Look which of them you no longer use: old phones, a tablet given back.',
        'Remove one of those at Security info. Leave the phone you sign in with now.',
        'Register the new phone again.',
      ],
      it: [
        'Guarda quali non usi più: vecchi telefoni, un tablet restituito.',
        'Rimuovine uno in Informazioni di sicurezza. Lascia il telefono con cui accedi adesso.',
        'Registra di nuovo il nuovo telefono.',
      ],
    },
    source: { by: 'microsoft', url: sources.authenticator },
    button: 'devices',
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'ERR-JAILBREAK',
    shown: {
      en: [
        'Your device is jailbroken',
        'Your device is rooted',
        'this device is not supported because it is modified',
        'jailbreak detected work account blocked',
      ],
      it: [
        'Il dispositivo è stato manomesso (jailbreak)',
        'Il dispositivo è rooted',
        'dispositivo modificato non supportato',
        'jailbreak rilevato account di lavoro bloccato',
      ],
    },
    cause: {
      en: 'The phone was jailbroken or rooted. Since 2026 Authenticator keeps no work account on such a phone, and your organisation cannot change that.',
      it: 'Il telefono ha il jailbreak o i permessi di root. Dal 2026 Authenticator non tiene account di lavoro su un telefono così, e la tua organizzazione non può cambiarlo.',
    },
    steps: {
      en: [
        'Use another phone for the work account.',
        'Or set this one up anew with the maker’s own system, then begin again.',
        'Until then keep the old phone, and have a second way in.',
      ],
      it: [
        "Usa un altro telefono per l'account di lavoro.",
        'Oppure reinstalla il sistema originale del produttore e ricomincia.',
        'Fino ad allora tieni il vecchio telefono e una seconda via d’accesso.',
      ],
    },
    source: { by: 'users', url: sources.jailbreak },
    button: null,
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'ERR-ENROLMENT',
    shown: {
      en: [
        'Your organization requires device enrollment',
        'Your organisation requires this device to be managed',
        "You can't get there from here",
        'Set up your device to get access',
        'Help us keep your device secure. Register or enroll',
      ],
      it: [
        "L'organizzazione richiede la registrazione del dispositivo",
        'Il dispositivo deve essere gestito dalla tua organizzazione',
        'Non è possibile accedere da qui',
        'Configura il dispositivo per ottenere l’accesso',
        'Contribuisci a proteggere il dispositivo',
      ],
    },
    cause: {
      en: 'A rule of your organisation lets only managed phones in, and the new one is not managed yet.',
      it: 'Una regola della tua organizzazione fa entrare solo telefoni gestiti, e il nuovo non lo è ancora.',
    },
    steps: {
      en: [
        'Install Company Portal on the new phone and finish its set-up first. On Android it makes a work profile.',
        'It may need your old phone once to approve: keep it on.',
        'Then register the new phone from a computer that is managed already.',
        'Is this your own phone, which nobody should manage? Ask the service desk before you go on.',
      ],
      it: [
        'Installa Portale aziendale sul nuovo telefono e completa prima la sua configurazione. Su Android crea un profilo di lavoro.',
        'Può servire il vecchio telefono per approvare una volta: tienilo acceso.',
        'Poi registra il nuovo telefono da un computer già gestito.',
        "È il tuo telefono personale e nessuno deve gestirlo? Chiedi all'assistenza prima di andare avanti.",
      ],
    },
    source: { by: 'microsoft', url: sources.compliance },
    button: 'move',
    problem: 'new_phone_fails',
  },
]
