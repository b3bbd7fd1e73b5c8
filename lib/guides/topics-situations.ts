import { sources } from './sources'
import { november, type Topic } from './topic'

/** What can happen to a phone. What to do depends on what else the person has: lib/domain/recovery.ts adds it. */
export const situations: readonly Topic[] = [
  {
    ...november,
    code: 'PHONE-LOST',
    shown: {
      en: ['I lost my phone', 'my phone is lost', 'I cannot find my phone', 'I left the phone somewhere'],
      it: [
        'ho perso il telefono',
        'il telefono è perso',
        'non trovo il telefono',
        'ho dimenticato il telefono',
      ],
    },
    cause: {
      en: 'A lost phone still signs you in, for whoever finds it and can unlock it, until its registration is gone.',
      it: 'Un telefono perso fa ancora entrare come te chi lo trova e riesce a sbloccarlo, finché la sua registrazione non viene tolta.',
    },
    steps: {
      en: [
        'Look for it with Find My (iPhone) or Find Hub (Android) from another device, and lock it there.',
        'Say in your move that you no longer have it: the steps then begin with taking it off your account.',
        'Register the new phone afterwards, not before.',
        'Found again? Tell the service desk before you use it to sign in.',
      ],
      it: [
        'Cercalo con Dov’è (iPhone) o Find Hub (Android) da un altro dispositivo, e bloccalo da lì.',
        'Nel tuo passaggio indica che non ce l’hai più: così i passi cominciano togliendolo dal tuo account.',
        'Il nuovo telefono si registra dopo, non prima.',
        "L'hai ritrovato? Dillo all'assistenza prima di usarlo per accedere.",
      ],
    },
    source: { by: 'portal' },
    button: 'move',
    problem: 'lost',
  },
  {
    ...november,
    code: 'PHONE-STOLEN',
    shown: {
      en: ['my phone was stolen', 'stolen phone', 'somebody took my phone', 'I was robbed'],
      it: ['mi hanno rubato il telefono', 'telefono rubato', 'furto del telefono', 'me l’hanno preso'],
    },
    cause: {
      en: 'Somebody has a phone that can approve sign-ins as you, if they can unlock it. Minutes matter more than anything else here.',
      it: 'Qualcuno ha un telefono che può approvare accessi come te, se riesce a sbloccarlo. Qui contano i minuti più di ogni altra cosa.',
    },
    steps: {
      en: [
        'Press "It was not me" if you see a request or a change you did not make. It stops your move at once.',
        'Open an urgent case here: the service desk takes the registration away once they know that it is you.',
        'Mark the phone as lost with Find My or Find Hub, and have your provider block the SIM.',
        'Change your password at Microsoft if it was on the phone, or if somebody watched you type it.',
        'Report the theft; your organisation may ask for the number of the report.',
      ],
      it: [
        'Premi «Non l’ho fatto io» se vedi una richiesta o un cambiamento che non hai fatto tu. Ferma subito il passaggio.',
        "Apri da qui un caso urgente: l'assistenza toglie la registrazione appena sa che sei tu.",
        'Segna il telefono come smarrito con Dov’è o Find Hub, e fai bloccare la SIM al tuo operatore.',
        'Cambia la password sul sito di Microsoft se era nel telefono, o se qualcuno ti ha visto scriverla.',
        "Denuncia il furto: l'organizzazione può chiederti il numero della denuncia.",
      ],
    },
    source: { by: 'portal' },
    button: 'not_me',
    problem: 'stolen',
  },
  {
    ...november,
    code: 'PHONE-BROKEN',
    shown: {
      en: [
        'my phone is broken',
        'the screen is broken',
        'the old phone does not start any more',
        'phone fell into water',
      ],
      it: [
        'il telefono è rotto',
        'lo schermo è rotto',
        'il vecchio telefono non si accende più',
        'il telefono è caduto in acqua',
      ],
    },
    cause: {
      en: 'A broken phone is still registered, but it can no longer answer. Nobody else gets in with it.',
      it: 'Un telefono rotto è ancora registrato, ma non può più rispondere. Nessun altro entra con quello.',
    },
    steps: {
      en: [
        'Only the glass? A mouse or a repair shop can keep it usable for the ten minutes the move takes.',
        'Say in your move that you no longer have it, and take the other way in that you tested.',
        'The codes of private services were on it, too: use the recovery codes you printed.',
      ],
      it: [
        'Solo il vetro? Con un mouse o un riparatore può restare usabile per i dieci minuti che servono.',
        'Nel tuo passaggio indica che non ce l’hai più, e usa l’altra via d’accesso che hai provato.',
        'C’erano anche i codici dei servizi privati: usa i codici di recupero che hai stampato.',
      ],
    },
    source: { by: 'portal' },
    button: 'move',
    problem: 'broken',
  },
  {
    ...november,
    code: 'APP-DELETED',
    shown: {
      en: [
        'I deleted the app',
        'Authenticator was uninstalled',
        'I removed my account from the app',
        'I reset the phone and the app is gone',
        'the phone was wiped',
      ],
      it: [
        "ho eliminato l'app",
        "ho cancellato l'app",
        'Authenticator è stata disinstallata',
        "ho rimosso l'account dall'app",
        "ho ripristinato il telefono e l'app non c'è più",
        'il telefono è stato cancellato',
      ],
    },
    cause: {
      en: 'The key went with the app, and no backup brings it back for a work account. Microsoft still lists the registration, but nothing answers any more.',
      it: 'La chiave se n’è andata con l’app, e per un account di lavoro nessun backup la riporta. Microsoft elenca ancora la registrazione, ma non risponde più niente.',
    },
    steps: {
      en: [
        'Install the app again, but do not expect it to approve anything for your work account yet.',
        'Sign in by another way, open Security info, remove the dead entry and register this phone anew.',
        'No other way in? The service desk can help, once they know that it is you.',
      ],
      it: [
        "Installa di nuovo l'app, ma per l'account di lavoro non aspettarti ancora che approvi qualcosa.",
        'Accedi per un’altra via, apri Informazioni di sicurezza, togli la voce morta e registra di nuovo questo telefono.',
        "Nessun'altra via? Può aiutarti l'assistenza, quando sa che sei tu.",
      ],
    },
    source: { by: 'microsoft', url: sources.transfer },
    button: 'security_info',
    problem: 'deleted_app',
  },
]
