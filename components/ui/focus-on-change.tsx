'use client'

import { useEffect, useRef } from 'react'

/** Moves the focus to an element when what it stands for has changed, never on the first sight of a page. Shows nothing. */
export function FocusOnChange({ value, id }: { value: string; id: string }) {
  const seen = useRef(value)
  useEffect(() => {
    if (seen.current === value) return
    seen.current = value
    document.getElementById(id)?.focus()
  }, [value, id])
  return null
}
