import { sources } from './sources'
import { november, type Topic } from './topic'

/** What people ask, and what is worth understanding before the day. */
export const answers: readonly Topic[] = [
  {
    ...november,
    code: 'FAQ-CLONE',
    shown: {
      en: ['Can I have the backup on two devices?', 'clone the backup', 'two backups at once'],
      it: ['Posso avere il backup su due dispositivi?', 'clonare il backup', 'due backup insieme'],
    },
    cause: {
      en: 'No. There is one backup for each account, made on one device; all others only restore from it. That is how the app is made.',
      it: "No. C'è un solo backup per account, fatto da un solo dispositivo; gli altri possono soltanto ripristinarlo. L'app è fatta così.",
    },
    steps: { en: [], it: [] },
    source: { by: 'users', url: sources.legacyBackup },
    button: 'devices',
    problem: 'other',
  },
  {
    ...november,
    code: 'FAQ-MATCH',
    shown: {
      en: ['Must the codes on both devices match?', 'should the codes be the same'],
      it: ['I codici sui due dispositivi devono coincidere?', 'i codici devono essere uguali'],
    },
    cause: {
      en: 'No. Where an account was added on each device by itself, each has its own secret and both are valid. Your move is proved by the registration Microsoft shows, never by equal codes.',
      it: 'No. Se un account è stato aggiunto separatamente su ogni dispositivo, ognuno ha il suo segreto e valgono entrambi. Il tuo passaggio si prova con la registrazione che Microsoft mostra, mai con codici uguali.',
    },
    steps: { en: [], it: [] },
    source: { by: 'users', url: sources.legacyBackup },
    button: null,
    problem: 'other',
  },
  {
    ...november,
    code: 'FAQ-EVERYTHING',
    shown: {
      en: ['Does the restore bring everything back?', 'what does a backup include'],
      it: ['Il ripristino riporta tutto?', 'che cosa contiene un backup'],
    },
    cause: {
      en: 'No. Codes of other services come back. Of a work account only the name does. Banks and some organisations want to see you again. Accounts of other organisations you are a guest of need a new registration there.',
      it: 'No. I codici degli altri servizi tornano. Di un account di lavoro torna solo il nome. Le banche e alcune organizzazioni vogliono verificarti di nuovo. Gli account di altre organizzazioni di cui sei ospite vanno registrati di nuovo lì.',
    },
    steps: { en: [], it: [] },
    source: { by: 'microsoft', url: sources.transfer },
    button: 'move',
    problem: 'other',
  },
  {
    ...november,
    code: 'FAQ-PRIMARY',
    shown: {
      en: [
        'Can the backup move from the iPhone to the iPad?',
        'change which device holds the backup',
        'make another device the primary backup device',
      ],
      it: [
        "Posso spostare il backup dall'iPhone all'iPad?",
        'cambiare il dispositivo che tiene il backup',
        'cambiare il dispositivo primario di backup',
      ],
    },
    cause: {
      en: 'Yes, in three steps and with a pause: off on the one, wait, on on the other. In between there is no backup, so keep both devices.',
      it: "Sì, in tre passi e con una pausa: disattiva sull'uno, aspetta, attiva sull'altro. In mezzo non c'è nessun backup, quindi tieni entrambi i dispositivi.",
    },
    steps: {
      en: [
        'Turn the backup off on the device that has it. Its copy is deleted.',
        'Wait until the app says that it is off.',
        'Turn it on on the other device, and look at the result.',
      ],
      it: [
        'Disattiva il backup sul dispositivo che ce l’ha. La sua copia viene eliminata.',
        "Aspetta che l'app dica che è disattivato.",
        "Attivalo sull'altro dispositivo e controlla il risultato.",
      ],
    },
    source: { by: 'users', url: sources.legacyBackup },
    button: 'devices',
    problem: 'other',
  },
  {
    ...november,
    code: 'WHY-WARNING',
    shown: {
      en: ['Why do I see the backup warning?', 'why is a second backup refused'],
      it: ["Perché vedo l'avviso sul backup?", 'perché un secondo backup è rifiutato'],
    },
    cause: {
      en: "You did nothing wrong. The old way of backing up on iPhone keeps one encrypted copy for each personal Microsoft account and Apple Account. The copy that exists is the one that counts, and a second device is meant to restore from it. Newer versions of the app save to iCloud by themselves and don't ask.",
      it: "Non hai sbagliato niente. Il vecchio modo di fare il backup su iPhone tiene una sola copia cifrata per account Microsoft personale e account Apple. Vale la copia che esiste, e un secondo dispositivo deve ripristinare da quella. Le versioni recenti dell'app salvano da sole in iCloud e non chiedono nulla.",
    },
    steps: { en: [], it: [] },
    source: { by: 'users', url: sources.legacyBackup },
    button: null,
    problem: 'other',
  },
  {
    ...november,
    code: 'HOW-BACKUP',
    shown: {
      en: ['How does the backup work?', 'is the backup encrypted', 'where is the backup stored'],
      it: ['Come funziona il backup?', 'il backup è cifrato', 'dove si trova il backup'],
    },
    cause: {
      en: 'The app puts names and the secrets of codes into an encrypted parcel. Current iPhones keep it in iCloud Keychain and iCloud Backup, Android and old iPhone versions under a personal Microsoft account. It opens on the same kind of phone only. QR codes need not be scanned again; work accounts need to be registered again.',
      it: "L'app mette nomi e segreti dei codici in un pacchetto cifrato. Gli iPhone attuali lo tengono nel Portachiavi iCloud e nel Backup iCloud, Android e le vecchie versioni per iPhone sotto un account Microsoft personale. Si apre solo sullo stesso tipo di telefono. I codici QR non vanno inquadrati di nuovo; gli account di lavoro vanno registrati di nuovo.",
    },
    steps: { en: [], it: [] },
    source: { by: 'microsoft', url: sources.backup },
    button: null,
    problem: 'other',
  },
  {
    ...november,
    code: 'SECOND-DEVICE',
    shown: {
      en: ['How do I restore on a second device?', 'begin recovery on the iPad', 'use two devices'],
      it: [
        'Come ripristino su un secondo dispositivo?',
        "inizia ripristino sull'iPad",
        'usare due dispositivi',
      ],
    },
    cause: {
      en: 'The second device takes its names from the first one’s backup, and never makes a backup of its own.',
      it: 'Il secondo dispositivo prende i nomi dal backup del primo, e non ne fa mai uno proprio.',
    },
    steps: {
      en: [
        'Install the app and sign in to the same Apple Account or personal Microsoft account.',
        'Choose "Begin recovery" before you add any account. Newer iPhones show the names by themselves.',
        'Confirm, and look which accounts show a name only.',
        'Register the work account at Security info; sign in again where a bank asks for it.',
        'Did you add an account first? Remove it, or install the app again, and begin once more.',
      ],
      it: [
        "Installa l'app e usa lo stesso account Apple o Microsoft personale.",
        'Scegli «Inizia ripristino» prima di aggiungere qualunque account. Gli iPhone recenti mostrano i nomi da soli.',
        'Conferma, e guarda quali account mostrano solo il nome.',
        "Registra l'account di lavoro in Informazioni di sicurezza; accedi di nuovo dove una banca lo chiede.",
        "Hai aggiunto prima un account? Rimuovilo, o reinstalla l'app, e ricomincia.",
      ],
    },
    source: { by: 'users', url: sources.legacyBackup },
    button: 'devices',
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'STRATEGY',
    shown: {
      en: [
        'What should I do before I wipe the old phone?',
        'before formatting or replacing a phone',
        'which device should hold the backup',
      ],
      it: [
        'Che cosa devo fare prima di cancellare il vecchio telefono?',
        'prima di formattare o sostituire il telefono',
        'quale dispositivo deve tenere il backup',
      ],
    },
    cause: {
      en: 'One device holds the backup, all others restore from it. And nothing is wiped before the new one is proved.',
      it: 'Un dispositivo tiene il backup, tutti gli altri ripristinano da lì. E non si cancella niente prima che il nuovo sia provato.',
    },
    steps: {
      en: [
        'Check that the backup is recent and free of errors.',
        'Check that you can still sign in to the Apple or Microsoft account behind it.',
        'Write down, for the services you cannot do without, how you would get back in.',
        'Follow your move until it says "safe to wipe". Only then wipe.',
      ],
      it: [
        'Controlla che il backup sia recente e senza errori.',
        "Controlla di riuscire ancora ad accedere all'account Apple o Microsoft che lo contiene.",
        'Per i servizi di cui non puoi fare a meno, scrivi come rientreresti.',
        'Segui il tuo passaggio finché dice «si può cancellare». Solo allora cancella.',
      ],
    },
    source: { by: 'microsoft', url: sources.transfer },
    button: 'move',
    problem: 'other',
  },
  {
    ...november,
    code: 'OTHER-APPS',
    shown: {
      en: [
        'Can I use another authenticator?',
        'Google Authenticator',
        'Authy',
        '1Password',
        'app with synchronisation',
      ],
      it: [
        "Posso usare un'altra app?",
        'Google Authenticator',
        'Authy',
        '1Password',
        'app con sincronizzazione',
      ],
    },
    cause: {
      en: 'For private services, yes: add the account by hand on each device, or use an app that synchronises, and mind whom you trust with the secrets. For the work account only codes are possible there, and only if your organisation allows it: no requests to approve, no passkey.',
      it: "Per i servizi privati sì: aggiungi l'account a mano su ogni dispositivo, o usa un'app che sincronizza, badando a chi affidi i segreti. Per l'account di lavoro lì sono possibili solo i codici, e solo se l'organizzazione lo permette: niente richieste da approvare, niente passkey.",
    },
    steps: { en: [], it: [] },
    source: { by: 'microsoft', url: sources.registration },
    button: null,
    problem: 'other',
  },
  {
    ...november,
    code: 'NOT-POSSIBLE',
    shown: {
      en: [
        'Is there a hidden setting for two backups?',
        'what cannot be done',
        'tell Microsoft what is missing',
      ],
      it: [
        "C'è un'impostazione nascosta per due backup?",
        'che cosa non si può fare',
        'dire a Microsoft che cosa manca',
      ],
    },
    cause: {
      en: 'Not possible, and no setting changes it: two backups under one Apple Account, a backup that crosses between iPhone and Android, a work account that comes back whole. In the app, Help and Send feedback tells Microsoft that you want it.',
      it: "Non è possibile, e nessuna impostazione lo cambia: due backup sotto un account Apple, un backup che passa tra iPhone e Android, un account di lavoro che torna intero. Nell'app, Guida e Invia feedback lo dice a Microsoft.",
    },
    steps: { en: [], it: [] },
    source: { by: 'users', url: sources.legacyBackup },
    button: null,
    problem: 'other',
  },
]
