import type { Language } from '@/lib/i18n/language'
import { edition, type GuideAccount, type GuideText } from '../edition'
import { sources } from '../sources'

const why = {
  en: 'The old phone may hold codes for other services. Once it is wiped, they are gone.',
  it: 'Sul vecchio telefono possono esserci codici di altri servizi. Una volta cancellato, sono persi.',
}
const done = {
  en: 'you say of every other account that it is on the new phone or no longer needed.',
  it: 'di ogni altro account dici che è sul nuovo telefono o che non serve più.',
}
const common = { step: 'others', known: 'attested', minutes: 3, drawing: 'others' } as const

const kinds: Record<Exclude<GuideAccount, 'work'>, Record<Language, readonly string[]>> = {
  guest: {
    en: [
      'Sign in to that organisation once, with its own address: myaccount.microsoft.com, then choose the organisation at the top.',
      'Open its Security info there, add Microsoft Authenticator on the new phone, and remove the old phone. Each organisation has a list of its own.',
      'Cannot get in? Only that organisation can reset you; ours cannot.',
    ],
    it: [
      "Entra una volta in quell'organizzazione: myaccount.microsoft.com, poi scegli l'organizzazione in alto.",
      'Apri lì Informazioni di sicurezza, aggiungi Microsoft Authenticator sul nuovo telefono e togli il vecchio. Ogni organizzazione ha il suo elenco.',
      'Non riesci a entrare? Può aiutarti solo quella organizzazione; la nostra no.',
    ],
  },
  second_work: {
    en: [
      'A backup brought over its name only. Sign in at its own Security info, add the new phone and remove the old one, as you did here.',
      'Keep the old phone until its sign-in works: we cannot see that account.',
    ],
    it: [
      'Il backup ne ha portato solo il nome. Accedi alle sue Informazioni di sicurezza, aggiungi il nuovo telefono e togli il vecchio, come hai fatto qui.',
      "Tieni il vecchio telefono finché quell'accesso non funziona: noi non vediamo quell'account.",
    ],
  },
  personal: {
    en: [
      'A personal Microsoft account with codes only came over with the backup. One that approves by tap shows its name only: sign in to it in Authenticator.',
      'Try it once: sign in at account.microsoft.com.',
    ],
    it: [
      'Un account Microsoft personale che dà solo codici è arrivato con il backup. Uno che approva con un tocco mostra solo il nome: accedi di nuovo in Authenticator.',
      'Provalo una volta: accedi su account.microsoft.com.',
    ],
  },
  codes: {
    en: [
      'Came over with the backup? Try one code on each service. Different digits on two devices are no fault: each may be valid.',
      'Not there, or refused? Sign in to the service, open its two-step verification and set it up again: it shows a new QR code. Scan it with the new phone.',
      'Never photograph or mail such a QR code. It is as good as the password.',
    ],
    it: [
      'Sono arrivati con il backup? Prova un codice per ogni servizio. Cifre diverse su due dispositivi non sono un errore: possono valere tutte e due.',
      'Mancano, o vengono rifiutati? Entra nel servizio, apri la verifica in due passaggi e configurala di nuovo: mostra un nuovo codice QR. Inquadralo con il nuovo telefono.',
      'Non fotografare e non spedire mai un codice QR così. Vale quanto la password.',
    ],
  },
}

function ofKind(account: Exclude<GuideAccount, 'work'>) {
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: kinds[account][language],
    done: done[language],
  })
  return edition({
    ...common,
    id: `others-${account.replace('_', '-')}-2026-11`,
    account,
    source: sources.transfer,
    text: { en: text('en'), it: text('it') },
  })
}

const list: Record<'here' | 'gone', Record<Language, readonly string[]>> = {
  here: {
    en: [
      'Open Authenticator on the old phone and go through its list, entry by entry. Other apps with codes belong to it as well.',
      'Count what is there besides this work account. We keep only the numbers.',
    ],
    it: [
      "Apri Authenticator sul vecchio telefono e scorri l'elenco, una voce alla volta. Contano anche altre app con codici.",
      "Conta quello che c'è oltre a questo account di lavoro. Teniamo solo i numeri.",
    ],
  },
  gone: {
    en: [
      'The list went with the phone. Look at what a backup brought to the new one, and think of bank, mail, PEC and shops that asked you for a code.',
      'Count what you find besides this work account. We keep only the numbers.',
    ],
    it: [
      "L'elenco se n'è andato con il telefono. Guarda che cosa ha portato il backup sul nuovo, e pensa a banca, posta, PEC e negozi che ti chiedevano un codice.",
      'Conta quello che trovi oltre a questo account di lavoro. Teniamo solo i numeri.',
    ],
  },
}

function ofList(hasOldPhone: boolean) {
  const place = hasOldPhone ? 'here' : 'gone'
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: list[place][language],
    done: done[language],
  })
  return edition({
    ...common,
    id: `others-${place}-2026-11`,
    fits: { hasOldPhone: [hasOldPhone] },
    source: sources.transfer,
    text: { en: text('en'), it: text('it') },
  })
}

/** The other accounts on the old phone: how to look, and what to do with each kind that is there. */
export const othersEditions = [
  ofList(true),
  ofList(false),
  ...(['guest', 'second_work', 'personal', 'codes'] as const).map(ofKind),
]
