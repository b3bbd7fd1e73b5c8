import type { Language } from '@/lib/i18n/language'
import { type Edition, edition, type GuideText } from '../edition'
import { sources } from '../sources'

const why = {
  en: 'Your account no longer knows the old phone. This sign-in is the proof that you can do without it.',
  it: 'Il tuo account non conosce più il vecchio telefono. Questo accesso prova che puoi farne a meno.',
}
const done = {
  en: 'you sign in once more with the new phone, after the old one went.',
  it: 'accedi ancora una volta con il nuovo telefono, dopo che il vecchio è stato tolto.',
}
const line = {
  en: 'Answer on the new phone. It does not ask? Open Authenticator on it and pull the screen down.',
  it: 'Rispondi sul nuovo telefono. Non chiede niente? Apri Authenticator e trascina lo schermo verso il basso.',
}
const tablet = {
  en: 'Leave the tablet alone, or put it in flight mode for a minute: then the proof is a strong one.',
  it: 'Lascia stare il tablet, o mettilo un minuto in modalità aereo: così la prova è forte.',
}

function write(hasSecondDevice: boolean): Edition {
  const text = (language: Language): GuideText => ({
    why: why[language],
    lines: [line[language], ...(hasSecondDevice ? [tablet[language]] : [])],
    done: done[language],
  })
  return edition({
    id: `sign-in-again${hasSecondDevice ? '-tablet' : ''}-2026-11`,
    step: 'sign_in_again',
    fits: { hasSecondDevice: [hasSecondDevice] },
    source: sources.authenticator,
    known: 'proved',
    minutes: 1,
    drawing: 'again',
    text: { en: text('en'), it: text('it') },
  })
}

/** The sign-in after the removal. */
export const signInAgainEditions = [write(false), write(true)]
