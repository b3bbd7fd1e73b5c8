'use client'

import { createContext, useContext } from 'react'

/** Ids that were ticked when the form was sent and came back. */
export const Chosen = createContext<readonly string[]>([])

/** A box to tick somebody; after a refusal it is as it was. */
export function ChooseBox({ id, label }: { id: string; label: string }) {
  const chosen = useContext(Chosen)
  return (
    <label className="relative inline-flex min-h-(--control) min-w-(--control) items-center gap-2">
      <input
        type="checkbox"
        name="personIds[]"
        value={id}
        defaultChecked={chosen.includes(id)}
        className="size-5 shrink-0"
      />
      <span className="sr-only">{label}</span>
    </label>
  )
}
