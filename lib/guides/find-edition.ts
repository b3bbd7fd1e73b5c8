import { type BackupModel, type Edition, editions, type Platform } from './editions'

export type Move = { from: Platform; to: Platform; backupModel: BackupModel | null }

/** The edition for a move that is valid on `day` (`2026-11-22`). Within one platform the current model is assumed until the person says. */
export function findEdition({ from, to, backupModel }: Move, day: string): Edition | null {
  const model = from === to ? (backupModel ?? (from === 'ios' ? 'ios_keychain' : 'android')) : null
  return (
    editions.find(
      (edition) =>
        edition.from === from &&
        edition.to === to &&
        edition.backupModel === model &&
        edition.validFrom <= day &&
        (edition.validTo === null || day < edition.validTo),
    ) ?? null
  )
}

type Said = { oldPlatform: string | null; newPlatform: string | null; backupModel: string | null }

/** The edition for what a person said of their move, at an ISO instant; null while too little is said. */
export function findEditionFor({ oldPlatform, newPlatform, backupModel }: Said, at: string): Edition | null {
  if (!isPlatform(oldPlatform) || !isPlatform(newPlatform)) return null
  const model = backupModel === 'ios_legacy' ? backupModel : null
  return findEdition({ from: oldPlatform, to: newPlatform, backupModel: model }, at.slice(0, 10))
}

function isPlatform(name: string | null): name is Platform {
  return name === 'ios' || name === 'android'
}
