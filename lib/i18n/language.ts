export const languages = ['en', 'it'] as const

export type Language = (typeof languages)[number]

/** What somebody chose in the portal. Beats everything else. */
export const LANGUAGE_COOKIE = 'lang'

/** The language the signed-in person chose elsewhere, else the directory's; written at sign-in. */
export const PERSON_LANGUAGE_COOKIE = 'lang-person'

/** True for a language every sentence exists in. */
export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language === value)
}

/** The language to speak: chosen, else the person's own, else the browser's, else English. */
export function resolveLanguage({ chosen, preferred, accepted }: Wishes): Language {
  if (isLanguage(chosen)) return chosen
  const wishes = [preferred, ...acceptedLanguages(accepted)].map((tag) => tag?.toLowerCase().split('-')[0])
  return wishes.find(isLanguage) ?? 'en'
}

type Wishes = {
  chosen?: string | undefined
  /** A tag as the directory has it, `it-IT`. */
  preferred?: string | undefined
  /** The Accept-Language header as sent. */
  accepted?: string | null | undefined
}

/** Tags of an Accept-Language header, most wanted first; what is refused with `q=0` is left out. */
function acceptedLanguages(header: string | null | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: Number(quality ?? 1) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
