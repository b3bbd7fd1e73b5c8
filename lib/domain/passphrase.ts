/** Shorter than this is not taken: whoever has the file can try as often as they like. */
export const passphraseLengthMin = 12

export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'good'

/** One and the same passphrase, however a keyboard composes it or a phone adds a blank at the end. */
export function sameEverywhere(passphrase: string): string {
  return passphrase.normalize('NFKC').trim()
}

/**
 * A hint at how hard a passphrase is to guess, by length and variety; not a measurement. Four words picked by
 * chance are `good`, which is what we advise.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = sameEverywhere(passphrase).toLowerCase()
  if (text.length < passphraseLengthMin) return 'short'
  const words = new Set(text.split(/[\s\-_.,]+/).filter((word) => word.length > 2))
  const left = [...common].reduce((rest, word) => rest.replaceAll(word, ''), text)
  const length = withoutRuns(left).length
  const variety = new Set(left).size
  if (length < 8 || variety < 5) return 'weak'
  if (words.size >= 4 && length >= 16) return 'good'
  if (length >= 18 && variety >= 9) return 'good'
  return 'fair'
}

/** What people begin with; it adds nothing. */
const common = new Set([
  ...['passaggio', 'password', 'passwort', 'parola', 'segreta', 'secret', 'authenticator', 'microsoft'],
  ...['qwerty', 'qwertz', 'asdf', 'admin', 'welcome', 'benvenuto', 'letmein', 'iloveyou', 'ciao'],
  ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre'],
  ...['ottobre', 'novembre', 'dicembre', 'january', 'february', 'march', 'april', 'june', 'july', 'august'],
  ...['september', 'october', 'november', 'december', 'summer', 'winter', 'estate', 'inverno'],
])

/** `aaaa`, `1234` and `dcba` count as their first letter. */
function withoutRuns(text: string): string {
  return [...text]
    .filter((letter, place) => {
      const step = place === 0 ? null : letter.charCodeAt(0) - text.charCodeAt(place - 1)
      return step === null || Math.abs(step) > 1
    })
    .join('')
}
