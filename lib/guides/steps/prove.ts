import type { Language } from '@/lib/i18n/language'
import { type Edition, edition, type GuideText } from '../edition'
import { sources } from '../sources'

type Way = 'off' | 'on' | 'gone'

const why = {
  en: 'One fresh sign-in that only the new phone can answer.',
  it: 'Un nuovo accesso a cui può rispondere solo il nuovo telefono.',
}
const done = {
  en: 'Microsoft tells us that you signed in afresh with the kind of registration the new phone has. A text message, Windows Hello or another key does not count.',
  it: "Microsoft ci dice che hai fatto un nuovo accesso con il tipo di registrazione che ha il nuovo telefono. Un SMS, Windows Hello o un'altra chiave non contano.",
}
const first: Record<Way, Record<Language, readonly string[]>> = {
  off: {
    en: ['Switch the old phone off, or put it in flight mode.'],
    it: ['Spegni il vecchio telefono, o mettilo in modalità aereo.'],
  },
  on: {
    en: [
      'You read this on the old phone, so it cannot be off. Sign in here, and answer on the new phone only.',
      'Better: close this page, switch the old phone off and go on from the new one.',
    ],
    it: [
      'Stai leggendo sul vecchio telefono, quindi non può essere spento. Accedi qui e rispondi solo sul nuovo.',
      'Meglio: chiudi questa pagina, spegni il vecchio telefono e vai avanti dal nuovo.',
    ],
  },
  gone: { en: [], it: [] },
}
const second = {
  en: 'If your tablet rings as well, leave it alone: only the new phone answers.',
  it: 'Se squilla anche il tablet, lascialo stare: risponde solo il nuovo telefono.',
}
const number = {
  en: 'Sign in. Microsoft shows a number: choose or type it in Authenticator on the new phone.',
  it: 'Accedi. Microsoft mostra un numero: sceglilo o scrivilo in Authenticator sul nuovo telefono.',
}

function write(way: Way, hasSecondDevice: boolean): Edition {
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: [...first[way][language], number[language], ...(hasSecondDevice ? [second[language]] : [])],
    done: done[language],
  })
  return edition({
    id: `prove-${way}${hasSecondDevice ? '-tablet' : ''}-2026-11`,
    step: 'prove',
    fits: {
      hasOldPhone: [way !== 'gone'],
      hasSecondDevice: [hasSecondDevice],
      ...(way === 'off' ? { screen: ['computer', 'new_phone'] } : {}),
      ...(way === 'on' ? { screen: ['old_phone'] } : {}),
    },
    source: sources.numberMatch,
    known: 'proved',
    minutes: 1,
    drawing: 'approve',
    text: { en: text('en'), it: text('it') },
  })
}

/** The sign-in that shows that the new phone works, by whether the old one can be off meanwhile. */
export const proveEditions = (['off', 'on', 'gone'] as const).flatMap((way) => [
  write(way, false),
  write(way, true),
])
