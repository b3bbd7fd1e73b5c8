import type { Language } from '@/lib/i18n/language'
import { type Edition, edition, type GuideContext, type GuideText } from '../edition'
import { sources } from '../sources'

type Screen = GuideContext['screen']
type Kind = { screen: Screen; hasOldPhone: boolean; hasPasskey: boolean }

const why = {
  en: "Only Microsoft's own page can do this.",
  it: 'Si può fare solo nella pagina di Microsoft.',
}
const done = {
  en: 'Microsoft shows a registration that was not there before.',
  it: "Microsoft mostra una registrazione che prima non c'era.",
}

const open: Record<Screen, Record<Language, string>> = {
  computer: {
    en: 'Open Security info here, on this screen, and sign in.',
    it: 'Apri Informazioni di sicurezza qui, su questo schermo, e accedi.',
  },
  old_phone: {
    en: 'Open Security info here, on the old phone, and sign in.',
    it: 'Apri Informazioni di sicurezza qui, sul vecchio telefono, e accedi.',
  },
  new_phone: {
    en: 'Open Security info here, on the new phone, and sign in.',
    it: 'Apri Informazioni di sicurezza qui, sul nuovo telefono, e accedi.',
  },
}
const choose = {
  en: 'Choose "Add sign-in method", then Microsoft Authenticator.',
  it: 'Scegli «Aggiungi metodo di accesso», poi Microsoft Authenticator.',
}
const add: Record<Screen, Record<Language, string>> = {
  computer: {
    en: 'On the new phone, open Authenticator, add a work or school account and scan the QR code that Security info shows.',
    it: "Sul nuovo telefono apri Authenticator, aggiungi un account aziendale o dell'istituto di istruzione e inquadra il codice QR che vedi in Informazioni di sicurezza.",
  },
  old_phone: {
    en: 'On the new phone, open Authenticator, choose Add account, Work or school account, Sign in. No code has to be scanned. If you would rather scan: the new phone can scan the code from the screen of the old one.',
    it: "Sul nuovo telefono apri Authenticator, scegli Aggiungi account, Account aziendale o dell'istituto di istruzione, Accedi. Non serve inquadrare nessun codice. Se preferisci: il nuovo telefono può inquadrare il codice dallo schermo del vecchio.",
  },
  new_phone: {
    en: 'Do not try to scan: a phone cannot scan its own screen. Tap "Pair your account to the app by clicking this link". No such link? Open Authenticator, choose Add account, Work or school account, Sign in.',
    it: "Non provare a inquadrare: un telefono non può inquadrare il proprio schermo. Tocca «Associa l'account all'app facendo clic su questo collegamento». Non c'è? Apri Authenticator, scegli Aggiungi account, Account aziendale o dell'istituto di istruzione, Accedi.",
  },
}
const approval: Record<'old' | 'gone', Record<Language, string>> = {
  old: {
    en: 'If it asks for an approval, the old phone gives it, one last time. If the app asks for an approval in itself, choose another way or use the old phone.',
    it: "Se chiede un'approvazione, la dà il vecchio telefono, per l'ultima volta. Se l'app chiede l'approvazione a sé stessa, scegli un altro modo o usa il vecchio telefono.",
  },
  gone: {
    en: 'If it asks for an approval, use your second way in, or the Temporary Access Pass that the service desk gives you.',
    it: "Se chiede un'approvazione, usa la tua seconda via o il Temporary Access Pass che ti dà l'assistenza.",
  },
}
const passkey = {
  en: 'A passkey never moves: it stays in the old phone. Make a new one afterwards: at Security info, "Add sign-in method", Passkey in Microsoft Authenticator.',
  it: 'Una passkey non si sposta: resta nel vecchio telefono. Creane una nuova subito dopo: in Informazioni di sicurezza, «Aggiungi metodo di accesso», Passkey in Microsoft Authenticator.',
}

function write({ screen, hasOldPhone, hasPasskey }: Kind): Edition {
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: [
      open[screen][language],
      choose[language],
      add[screen][language],
      approval[hasOldPhone ? 'old' : 'gone'][language],
      ...(hasPasskey ? [passkey[language]] : []),
    ],
    done: done[language],
  })
  const parts = [screen.replace('_', '-'), hasOldPhone ? 'old' : 'gone', ...(hasPasskey ? ['passkey'] : [])]
  return edition({
    id: `register-${parts.join('-')}-2026-11`,
    step: 'register',
    fits: { screen: [screen], hasOldPhone: [hasOldPhone], hasPasskey: [hasPasskey] },
    source: sources.registration,
    known: 'seen',
    minutes: hasPasskey ? 6 : 4,
    drawing: screen === 'computer' ? 'scan' : 'pair',
    text: { en: text('en'), it: text('it') },
  })
}

/** The new registration, by where this is read, who can approve it, and what else has to be made anew. */
export const registerEditions = [true, false].flatMap((hasOldPhone) =>
  screensWith(hasOldPhone).flatMap((screen) =>
    [true, false].map((hasPasskey) => write({ screen, hasOldPhone, hasPasskey })),
  ),
)

function screensWith(hasOldPhone: boolean): readonly Screen[] {
  return hasOldPhone ? ['computer', 'old_phone', 'new_phone'] : ['computer', 'new_phone']
}
