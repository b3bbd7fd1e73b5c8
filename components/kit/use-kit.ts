'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { holdPassphrase, openKit, sealKit } from '@/components/kit/kit-cipher'
import { deleteStored, findStored, writeStored } from '@/components/kit/kit-store'
import type { Kit, KitEntry } from '@/lib/domain/kit'
import type { SealedKit } from '@/lib/domain/kit-file'

/** Where a private list stands in this browser. */
export type KitStage =
  | { at: 'reading' }
  /** This browser can't lock things away: too old, or private browsing that keeps nothing. */
  | { at: 'impossible' }
  | { at: 'none' }
  | { at: 'locked'; sealed: SealedKit }
  | { at: 'open'; sealed: SealedKit; held: CryptoKey; kit: Kit }

/** What went wrong with the last thing tried; the list is as it was. */
export type KitProblem = 'kit_wrong_passphrase' | 'kit_changed_elsewhere' | 'kit_not_saved'

/**
 * The private list of one person in this browser: read, locked, opened, saved with every change, forgotten. Nothing
 * here asks the network for anything.
 */
export function useKit(owner: string) {
  const [stage, setStage] = useState<KitStage>({ at: 'reading' })
  const [problem, setProblem] = useState<KitProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  /** What is being typed, so that locking loses none of it. No part of the stage: typing draws nothing anew. */
  const draft = useRef<KitEntry | null>(null)
  const latest = useRef(stage)
  /** The writing that locking began. */
  const settling = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    latest.current = stage
  }, [stage])

  useEffect(() => {
    if (!globalThis.crypto?.subtle) return setStage({ at: 'impossible' })
    findStored(owner).then(
      (sealed) => setStage(sealed ? { at: 'locked', sealed } : { at: 'none' }),
      // Private browsing, or a browser told to keep nothing.
      () => setStage({ at: 'impossible' }),
    )
  }, [owner])

  const attempt = useCallback(async (act: () => Promise<KitProblem | null>) => {
    setBusy(true)
    const found = await act().catch((): KitProblem => 'kit_not_saved')
    setBusy(false)
    setProblem(found)
    return found === null
  }, [])

  const save = useCallback(
    async (held: CryptoKey, kit: Kit, before: SealedKit | null): Promise<KitProblem | null> => {
      const wasOpen = latest.current.at === 'open'
      const sealed = await sealKit(held, kit)
      if (!(await writeStored(owner, sealed, before))) return 'kit_changed_elsewhere'
      // Locked while it was being written, it stays locked.
      setStage((now) =>
        wasOpen && now.at === 'locked' ? { ...now, sealed } : { at: 'open', sealed, held, kit },
      )
      return null
    },
    [owner],
  )

  const begin = (passphrase: string) =>
    attempt(async () => save(await holdPassphrase(passphrase), { entries: [], draft: null }, null))

  const unlock = (passphrase: string) =>
    attempt(async () => {
      await settling.current
      // Read again: another tab may have saved since.
      const sealed = await findStored(owner)
      if (!sealed) {
        setStage({ at: 'none' })
        return null
      }
      const held = await holdPassphrase(passphrase)
      const kit = await openKit(held, sealed)
      if (!kit) return 'kit_wrong_passphrase'
      draft.current = kit.draft
      setStage({ at: 'open', sealed, held, kit })
      return null
    })

  const change = (kit: Kit) =>
    attempt(async () => {
      draft.current = kit.draft
      return stage.at === 'open' ? save(stage.held, kit, stage.sealed) : null
    })

  /** Takes over the list of a file that this passphrase opens; what is here stays when it does not. */
  const takeOver = async (sealed: SealedKit, passphrase: string): Promise<KitProblem | null> => {
    const held = await holdPassphrase(passphrase)
    const kit = await openKit(held, sealed)
    if (!kit) return 'kit_wrong_passphrase'
    draft.current = kit.draft
    setProblem(null)
    return save(held, kit, 'sealed' in stage ? stage.sealed : null)
  }

  const lock = useCallback(() => {
    const now = latest.current
    if (now.at !== 'open') return
    const { sealed, held, kit } = now
    const typed = draft.current
    setProblem(null)
    setStage({ at: 'locked', sealed })
    if (!typed || JSON.stringify(typed) === JSON.stringify(kit.draft)) return
    settling.current = keepDraft(owner, held, { ...kit, draft: typed }, sealed)
  }, [owner])

  const forget = () =>
    attempt(async () => {
      await deleteStored(owner)
      draft.current = null
      setStage({ at: 'none' })
      return null
    })

  return { stage, problem, isBusy, draft, begin, unlock, change, takeOver, lock, forget }
}

export type KitHand = ReturnType<typeof useKit>

/** What was being typed, locked away with the rest. Another tab that was quicker keeps what it saved. */
async function keepDraft(owner: string, held: CryptoKey, kit: Kit, before: SealedKit): Promise<void> {
  const sealed = await sealKit(held, kit)
  await writeStored(owner, sealed, before).catch(() => false)
}
