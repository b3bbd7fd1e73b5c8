import { sources } from './sources'
import { november, type Topic } from './topic'

/** What a phone or a browser shows while somebody signs in. */
export const signInErrors: readonly Topic[] = [
  {
    ...november,
    code: 'ERR-SELF-LOOP',
    shown: {
      en: [
        'Approve sign in request in the app I am just setting up',
        'the app asks itself for approval',
        'to add the account I need the account',
        'Enter the code displayed in the authenticator app on your mobile device',
        'it wants the authenticator to set up the authenticator',
      ],
      it: [
        "Approva la richiesta nell'app che sto configurando",
        "l'app chiede l'approvazione a se stessa",
        "per aggiungere l'account serve già l'account",
        "vuole l'authenticator per configurare l'authenticator",
      ],
    },
    cause: {
      en: 'The old phone is the only way in that Microsoft knows of you, so it must approve the new one.',
      it: 'Il vecchio telefono è l’unica via d’accesso che Microsoft conosce di te, quindi deve essere lui ad approvare quello nuovo.',
    },
    steps: {
      en: [
        'Switch the old phone on, connect it to Wi-Fi and approve there.',
        'On the sign-in page choose "I can\'t use my Microsoft Authenticator app right now" and take another way: a security key, Windows Hello, a passkey, another phone.',
        'Neither? The service desk can help, once they know that it is you.',
      ],
      it: [
        'Accendi il vecchio telefono, collegalo al Wi-Fi e approva lì.',
        "Nella pagina di accesso scegli «Non posso usare l'app Microsoft Authenticator in questo momento» e prendi un'altra via: chiave di sicurezza, Windows Hello, passkey, un altro telefono.",
        "Nessuna delle due? Può aiutarti l'assistenza, quando sa che sei tu.",
      ],
    },
    source: { by: 'users', url: sources.newPhone },
    button: 'move',
    problem: 'old_phone_dead',
  },
  {
    ...november,
    code: 'ERR-SIGN-IN-LOOP',
    shown: {
      en: [
        'sign in loop',
        'it asks me to sign in again and again',
        'after approving I am back at the sign-in page',
        'More information required, again and again',
      ],
      it: [
        "l'accesso ricomincia sempre da capo",
        'continua a chiedermi di accedere',
        'dopo aver approvato torno alla pagina di accesso',
        'Sono necessarie altre informazioni, di continuo',
      ],
    },
    cause: {
      en: 'The browser holds on to an older sign-in, or the account wants something this phone has not registered yet.',
      it: "Il browser resta attaccato a un accesso precedente, o l'account vuole qualcosa che questo telefono non ha ancora registrato.",
    },
    steps: {
      en: [
        'Close every window of the browser, open a private one and sign in there.',
        'Approve on the phone that is registered now: until the end of your move that can be the old one.',
        'Does it ask for "more information"? Follow it to the end in one go: it registers what is missing.',
        'Still in circles after three tries? Stop, so that the account is not locked, and ask the service desk.',
      ],
      it: [
        'Chiudi tutte le finestre del browser, aprine una anonima e accedi lì.',
        'Approva sul telefono registrato ora: fino alla fine del passaggio può essere il vecchio.',
        'Chiede «altre informazioni»? Arriva in fondo senza interrompere: registra ciò che manca.',
        "Dopo tre tentativi sei ancora lì? Fermati, così l'account non si blocca, e chiedi all'assistenza.",
      ],
    },
    source: { by: 'portal' },
    button: 'move',
    problem: 'stuck',
  },
  {
    ...november,
    code: 'ERR-NO-REQUEST',
    shown: {
      en: [
        'no notification arrives',
        'the phone shows no number to type',
        'approve request never comes',
        "We didn't hear from you",
        'number matching shows nothing',
        'push notification missing',
      ],
      it: [
        'non arriva nessuna notifica',
        'il telefono non mostra dove scrivere il numero',
        'la richiesta di approvazione non arriva',
        'Non abbiamo ricevuto risposta',
        'notifica mancante',
      ],
    },
    cause: {
      en: 'The request went to another phone, or this one was offline, had notifications off, or the app is too old.',
      it: "La richiesta è andata a un altro telefono, oppure questo era senza rete, con le notifiche spente, o l'app è troppo vecchia.",
    },
    steps: {
      en: [
        'Open Authenticator yourself: a waiting request shows there without any notification.',
        'Check that the phone is online and its time is right, and look at your other phone too.',
        'Allow notifications for Authenticator, switch off battery saving for it, and update it.',
        'Watches show no number: take the phone.',
        'Does this phone appear under My devices? If not, it is not registered yet.',
      ],
      it: [
        'Apri tu Authenticator: una richiesta in attesa si vede lì anche senza notifica.',
        "Controlla che il telefono sia in rete e con l'ora giusta, e guarda anche l'altro telefono.",
        'Consenti le notifiche ad Authenticator, togli il risparmio energetico per lei e aggiornala.',
        'Gli orologi non mostrano il numero: prendi il telefono.',
        'Questo telefono compare in «Dispositivi»? Se no, non è ancora registrato.',
      ],
    },
    source: { by: 'microsoft', url: sources.numberMatch },
    button: 'devices',
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'ERR-SOMETHING-ELSE',
    shown: {
      en: [
        "Let's try something else",
        'To sign in here use a different method',
        'this method is not accepted here',
      ],
      it: ['Proviamo qualcos’altro', 'Usa un altro metodo per accedere', 'questo metodo qui non è accettato'],
    },
    cause: {
      en: 'Your organisation accepts only stronger ways here, or your last sign-in is more than ten minutes old.',
      it: 'Qui la tua organizzazione accetta solo metodi più forti, oppure il tuo ultimo accesso è di più di dieci minuti fa.',
    },
    steps: {
      en: [
        'Sign in again and go to Security info straight away.',
        'Choose another way on that page: a security key, a passkey, Windows Hello.',
        'No other way offered? The service desk sees which rule it is.',
      ],
      it: [
        'Accedi di nuovo e vai subito in Informazioni di sicurezza.',
        'In quella pagina scegli un’altra via: chiave di sicurezza, passkey, Windows Hello.',
        "Non ne propone altre? L'assistenza vede quale regola è.",
      ],
    },
    source: { by: 'microsoft', url: sources.registration },
    button: 'security_info',
    problem: 'stuck',
  },
  {
    ...november,
    code: 'ERR-TAP-USED',
    shown: {
      en: [
        'Temporary Access Pass sign in was blocked due to User Credential Policy',
        'Your Temporary Access Pass is incorrect',
        'Temporary Access Pass expired',
        'the pass was already used',
        'TAP does not work any more',
      ],
      it: [
        "L'accesso con il Temporary Access Pass è stato bloccato dai criteri delle credenziali utente",
        'Il pass di accesso temporaneo non è corretto',
        'Il pass di accesso temporaneo è scaduto',
        'il pass è già stato usato',
        'la TAP non funziona più',
      ],
    },
    cause: {
      en: 'A Temporary Access Pass is worth one sign-in or a short time. This one is used up, has expired, or was replaced by a newer one.',
      it: 'Un Temporary Access Pass vale per un accesso o per poco tempo. Questo è già usato, è scaduto, o è stato sostituito da uno più recente.',
    },
    steps: {
      en: [
        'Type the newest one you were shown, with nothing before or after it.',
        'Ask the service desk for a new one, and have the new phone with Authenticator installed next to you first.',
        'Register within ten minutes of signing in with it.',
      ],
      it: [
        "Scrivi l'ultimo che ti è stato mostrato, senza niente prima o dopo.",
        "Chiedine uno nuovo all'assistenza, ma prima tieni accanto il nuovo telefono con Authenticator installata.",
        "Registra entro dieci minuti dall'accesso.",
      ],
    },
    source: { by: 'microsoft', url: sources.pass },
    button: null,
    problem: 'new_phone_fails',
  },
]
