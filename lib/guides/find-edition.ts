import type { Edition, Facets, GuideContext, GuideStep } from './edition'
import { editions } from './editions'
import { isVersionWithin } from './version'

/** The one edition for a step of a move that is valid on `day` (`2026-11-22`); null while too little is said. */
export function findEdition(context: GuideContext, day: string): Edition | null {
  return listFitting(context, day)[0] ?? null
}

/** Every edition that fits: one, unless the editions are at fault. */
export function listFitting(context: GuideContext, day: string): Edition[] {
  return editions.filter(
    (edition) =>
      edition.step === context.step &&
      edition.account === context.account &&
      isValidOn(edition, day) &&
      isVersionWithin(context.appVersion, edition.app) &&
      isFor(edition, context),
  )
}

/** The editions of a step that are shown on a day, whoever reads them. */
export function listEditionsOf(step: GuideStep, day: string): Edition[] {
  return editions.filter((edition) => edition.step === step && isValidOn(edition, day))
}

/** The edition of an id, be it valid or not; null when there never was one. */
export function findEditionById(id: string): Edition | null {
  return editions.find((edition) => edition.id === id) ?? null
}

/** Whether an edition is shown on a day. */
export function isValidOn(
  { validFrom, validTo }: Pick<Edition, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

function isFor({ fits }: Edition, context: GuideContext): boolean {
  const facets: Facets = context
  return Object.entries(fits).every(
    ([name, allowed]) => allowed.some((value: unknown) => value === facets[name as keyof Facets]), // the keys of `fits` are facets
  )
}
