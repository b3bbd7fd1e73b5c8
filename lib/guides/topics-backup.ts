import { sources } from './sources'
import { november, type Topic } from './topic'

/** What a phone shows while names and backups are brought over. */
export const backupErrors: readonly Topic[] = [
  {
    ...november,
    code: 'ERR-BACKUP-EXISTS',
    shown: {
      en: [
        'There is already a backup on your iCloud account on another device',
        'backup already exists',
        'another device already has a backup',
        'cannot turn on backup',
      ],
      it: [
        'Esiste già un backup sul tuo account iCloud su un altro dispositivo',
        'è già presente un backup in un altro dispositivo',
        'backup già esistente',
        'non riesco ad attivare il backup',
      ],
    },
    cause: {
      en: 'An Apple Account holds one Authenticator backup, made on one device. The app on this phone tried to make a second one.',
      it: "Un account Apple contiene un solo backup di Authenticator, fatto da un solo dispositivo. L'app su questo telefono ha provato a farne un secondo.",
    },
    steps: {
      en: [
        "Don't turn the backup on here. Leave it on the device that has it.",
        'To bring the names to this phone, choose "Begin recovery" before you add any account.',
        'Do you want this phone to hold the backup from now on? Turn it off on the other device, wait until it says so, then turn it on here.',
      ],
      it: [
        'Non attivare il backup qui. Lascialo sul dispositivo che ce l’ha.',
        'Per portare i nomi su questo telefono scegli «Inizia ripristino» prima di aggiungere qualunque account.',
        "Vuoi che d'ora in poi il backup sia su questo telefono? Disattivalo sull'altro dispositivo, aspetta la conferma, poi attivalo qui.",
      ],
    },
    source: { by: 'users', url: sources.legacyBackup },
    button: 'devices',
    problem: 'planned_swap',
  },
  {
    ...november,
    code: 'ERR-RESTORE-BLOCKED',
    shown: {
      en: [
        'Unable to restore',
        'Unable to recover. An account was already added to this app',
        'the restore does not start',
        'begin recovery is missing or does nothing',
        'recovery failed',
      ],
      it: [
        'Impossibile eseguire il ripristino',
        'Ripristino non riuscito',
        'il ripristino non parte',
        'inizia ripristino non compare',
        "un account è già stato aggiunto nell'app",
      ],
    },
    cause: {
      en: 'The app restores only while it is empty. On this phone an account was added first.',
      it: "L'app ripristina solo finché è vuota. Su questo telefono prima è stato aggiunto un account.",
    },
    steps: {
      en: [
        'On this phone only, remove the account from the app, or delete the app and install it again.',
        'Open it and choose "Restore from backup" or "Begin recovery" before anything else.',
        'Sign in with the same personal Microsoft account, or the same Apple Account, that holds the backup.',
        'Your work account does not need any of this: if the backup stays stubborn, go on with your move without it.',
      ],
      it: [
        "Solo su questo telefono, rimuovi l'account dall'app, oppure elimina l'app e installala di nuovo.",
        'Aprila e scegli «Ripristina dal backup» o «Inizia ripristino» prima di ogni altra cosa.',
        'Accedi con lo stesso account Microsoft personale, o lo stesso account Apple, che contiene il backup.',
        "L'account di lavoro non ha bisogno di tutto questo: se il backup non collabora, vai avanti con il passaggio senza.",
      ],
    },
    source: { by: 'microsoft', url: sources.restore },
    button: 'move',
    problem: 'new_phone_fails',
  },
  {
    ...november,
    code: 'ERR-BACKUP-LOOP',
    shown: {
      en: [
        'Something went wrong',
        'Sign in to update your backup',
        'backup asks me to sign in again and again',
        'backup keeps failing',
        'iCloud backup cannot be turned on',
      ],
      it: [
        'Si è verificato un errore',
        'Qualcosa è andato storto',
        'Accedi per aggiornare il backup',
        "il backup chiede di continuo l'accesso",
        'il backup continua a fallire',
      ],
    },
    cause: {
      en: 'The account or the switches behind the backup are not ready: signed out, iCloud Drive or Keychain off, or an old version of the app.',
      it: "L'account o gli interruttori dietro il backup non sono pronti: l'account è scollegato, iCloud Drive o Portachiavi sono disattivati, o l'app è vecchia.",
    },
    steps: {
      en: [
        'iPhone: in Settings, your name, iCloud, turn on iCloud Drive, Passwords and Keychain, iCloud Backup, and Authenticator under "Saved to iCloud".',
        'Android: in Authenticator, Settings, Backup, check that a personal Microsoft account is shown, and that you can sign in to it.',
        'Update Authenticator in the store and open it once.',
        'Turn the backup off, wait a minute, turn it on again.',
      ],
      it: [
        'iPhone: in Impostazioni, il tuo nome, iCloud, attiva iCloud Drive, Password e portachiavi, Backup iCloud e Authenticator sotto «Salvati su iCloud».',
        'Android: in Authenticator, Impostazioni, Backup, controlla che ci sia un account Microsoft personale e che tu riesca ad accedervi.',
        'Aggiorna Authenticator dallo store e aprila una volta.',
        'Disattiva il backup, aspetta un minuto, riattivalo.',
      ],
    },
    source: { by: 'users', url: sources.backupLoop },
    button: null,
    problem: 'planned_swap',
  },
  {
    ...november,
    code: 'ERR-NO-BACKUP',
    shown: {
      en: [
        'No backup found',
        'no backup is offered on the new phone',
        'there is no begin recovery',
        'my accounts did not come back',
        'the names do not appear on the new phone',
      ],
      it: [
        'Nessun backup trovato',
        'il nuovo telefono non propone nessun backup',
        'non vedo inizia ripristino',
        'i miei account non sono tornati',
        'i nomi non compaiono sul nuovo telefono',
      ],
    },
    cause: {
      en: 'No backup crosses between iPhone and Android. On the same kind of phone: the app was opened before iCloud was ready, or the backup belongs to another account.',
      it: "Nessun backup passa tra iPhone e Android. Sullo stesso tipo di telefono: l'app è stata aperta prima che iCloud fosse pronto, o il backup è di un altro account.",
    },
    steps: {
      en: [
        'From iPhone to Android or back: add every account again by hand. Nothing is wrong with your phone.',
        'Same kind of phone: check that it is signed in to the same Apple Account or personal Microsoft account as the old one, with the switches on.',
        'Delete the app once, install it again, open it and wait a minute.',
        "Don't wait for it with your work account: a backup brings back its name only. Register it in your move.",
      ],
      it: [
        'Da iPhone ad Android o viceversa: aggiungi di nuovo ogni account a mano. Il telefono non ha niente che non va.',
        'Stesso tipo di telefono: controlla che usi lo stesso account Apple o Microsoft personale del vecchio, con gli interruttori attivi.',
        "Elimina l'app una volta, installala di nuovo, aprila e aspetta un minuto.",
        "Per l'account di lavoro non aspettare: un backup ne riporta solo il nome. Registralo nel tuo passaggio.",
      ],
    },
    source: { by: 'microsoft', url: sources.transfer },
    button: 'move',
    problem: 'planned_swap',
  },
  {
    ...november,
    code: 'ERR-WORK-NAME-ONLY',
    shown: {
      en: [
        'Action required',
        'Sign in to restore your account',
        'my work account shows only a name',
        'work or school account has no code after the restore',
        'account needs attention',
      ],
      it: [
        'Azione richiesta',
        'Accedi per ripristinare il tuo account',
        "l'account di lavoro mostra solo il nome",
        "l'account aziendale non ha il codice dopo il ripristino",
      ],
    },
    cause: {
      en: 'That is expected. A backup brings back only the name of a work account: the key stays on the old phone.',
      it: 'È normale. Un backup riporta solo il nome di un account di lavoro: la chiave resta sul vecchio telefono.',
    },
    steps: {
      en: [
        'Keep the old phone on: it approves one more time.',
        'Open your move and register the new phone at Security info.',
        'Afterwards remove the entry with the name only from the app.',
      ],
      it: [
        'Tieni acceso il vecchio telefono: serve ad approvare un’ultima volta.',
        'Apri il tuo passaggio e registra il nuovo telefono in Informazioni di sicurezza.',
        "Dopo, togli dall'app la voce che ha solo il nome.",
      ],
    },
    source: { by: 'microsoft', url: sources.transfer },
    button: 'move',
    problem: 'new_phone_fails',
  },
]
