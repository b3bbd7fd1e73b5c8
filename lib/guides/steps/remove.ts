import type { Language } from '@/lib/i18n/language'
import { type Edition, edition, type GuideText } from '../edition'
import { sources } from '../sources'

const why = {
  en: 'Until this is done, the old phone can approve sign-ins, wherever it ends up.',
  it: 'Finché non lo fai, il vecchio telefono può approvare accessi, ovunque finisca.',
}
const done = {
  en: "none of the old phone's entries is in Microsoft's list any more.",
  it: "nell'elenco di Microsoft non c'è più nessuna voce del vecchio telefono.",
}
const byHand = {
  en: "Codes of other services on the old phone are not touched by this. They are this guide's last step.",
  it: "I codici di altri servizi sul vecchio telefono non vengono toccati. Sono l'ultimo passo di questa guida.",
}
const gone = {
  en: 'Remove it even though the phone is gone: whoever finds it could approve sign-ins.',
  it: "Toglilo anche se il telefono non c'è più: chi lo trova potrebbe approvare accessi.",
}
const passkey = {
  en: 'The passkey of the old phone goes as well. Make sure that you made a new one if you use it.',
  it: 'Va tolta anche la passkey del vecchio telefono. Se la usi, controlla di averne creata una nuova.',
}

function write(hasOldPhone: boolean, hasPasskey: boolean): Edition {
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: [hasOldPhone ? byHand[language] : gone[language], ...(hasPasskey ? [passkey[language]] : [])],
    done: done[language],
  })
  return edition({
    id: `remove-${hasOldPhone ? 'old' : 'gone'}${hasPasskey ? '-passkey' : ''}-2026-11`,
    step: 'remove',
    fits: { hasOldPhone: [hasOldPhone], hasPasskey: [hasPasskey] },
    source: sources.registration,
    known: 'seen',
    minutes: 1,
    drawing: 'remove',
    text: { en: text('en'), it: text('it') },
  })
}

/** The old registration goes, by the person's own hand. */
export const removeEditions = [true, false].flatMap((hasOldPhone) => [
  write(hasOldPhone, false),
  write(hasOldPhone, true),
])
